import Stripe from "stripe";
import type { ReadCart } from "~/cart/priced-cart.server";
import { type Cents, cents, noCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { log } from "~/platform/log.server";
import { stripe } from "~/platform/stripe.server";
import { chargedLines } from "./charged-lines";
import { shippingTaxCode, taxCodes } from "./codes";
import { stripeAddress, type TaxAddress } from "./stripe-address";

type TaxProblem = { kind: "tax-place-unknown" } | { kind: "tax-unavailable" };

/** The sales tax in cents that Stripe would charge on a cart for an address, so the shopper sees the total before the payment page.
 *  Never call inside a transaction. */
export async function previewTax(cart: ReadCart, address: TaxAddress): Promise<Result<Cents, TaxProblem>> {
  const isMailed = cart.shipping !== undefined;
  if (cart.totalCents === 0) return ok(noCents);
  const lines = cart.priced.lines.map((line) => ({ title: "", format: line.format, portions: line.portions }));
  try {
    const calculation = await stripe().tax.calculations.create({
      currency: "usd",
      line_items: chargedLines(lines).map(({ format, quantity, unitCents }, index) => ({
        amount: quantity * unitCents,
        quantity,
        reference: `line ${index + 1}`,
        tax_behavior: "exclusive",
        tax_code: taxCodes[format],
      })),
      ...(isMailed
        ? { shipping_cost: { amount: cart.shippingCents, tax_behavior: "exclusive", tax_code: shippingTaxCode } }
        : {}),
      customer_details: {
        address: stripeAddress(address),
        address_source: isMailed ? "shipping" : "billing",
      },
    });
    return ok(cents(calculation.tax_amount_exclusive));
  } catch (error) {
    if (isUnknownPlace(error)) return failed({ kind: "tax-place-unknown" });
    log.error({ err: error }, "the tax of a cart could not be computed");
    return failed({ kind: "tax-unavailable" });
  }
}

function isUnknownPlace(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "customer_tax_location_invalid";
}
