import { type ReadCart, readPricedCart } from "~/cart/priced-cart.server";
import type { CartId, CustomerKey, OrderId } from "~/core/ids";
import { type Cents, sumCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { destinationOf, toStripeAddress } from "~/shipping/address";
import { describeMailing } from "~/shipping/mailing";
import type { CheckoutRequest } from "../form/schema";
import { previewTax } from "../tax/preview.server";
import type { TaxAddress } from "../tax/stripe-address";
import { stripeBlockedUntil } from "./payment-limits.server";

export type Quoted = {
  cart: ReadCart;
  /** Null if the shop computes no tax. */
  taxCents: Cents | null;
  totalCents: Cents;
  /** Where tax is due; undefined if none is computed. */
  taxAddress?: TaxAddress;
};

export type QuoteProblem =
  | { kind: "empty" }
  | { kind: "blocked" }
  /** We don't mail there, or nothing that heavy. */
  | { kind: "not-mailed"; message: string }
  | { kind: "tax-place-unknown" }
  | { kind: "tax-unavailable"; cart: ReadCart }
  | LimitReached;

/** Too many payments were started and not finished, or Stripe was called too often. */
export type LimitReached = { kind: "too-many"; until: Date; cart: ReadCart };

type Shopper = { cartId: CartId; customerKey: CustomerKey; clientAddress: string; ownOrders: OrderId[] };

/** What the cart costs this shopper, with shipping and tax for the address. */
export async function quoteCheckout(
  { clientAddress, ...shopper }: Shopper,
  request: CheckoutRequest,
): Promise<Result<Quoted, QuoteProblem>> {
  const cart = await readPricedCart({ ...shopper, destination: request.address && destinationOf(request.address) });
  if (cart.items.length === 0) return failed({ kind: "empty" });
  if (cart.unavailable.length > 0 || cart.items.some(({ notes }) => notes.some((note) => note.blocks)))
    return failed({ kind: "blocked" });
  const { shipping } = cart;
  // A book was added after the page was shown: ask for its address first.
  if (shipping && !request.address) return failed({ kind: "blocked" });
  if (shipping && shipping.kind !== "rate")
    return failed({ kind: "not-mailed", message: describeMailing(shipping, cart.weightGrams).problem ?? "" });
  if (cart.shop.taxMode === "none") return ok({ cart, taxCents: null, totalCents: cart.totalCents });
  const taxAddress = taxAddressOf(request);
  if (!taxAddress) return failed({ kind: "blocked" });
  const until = await stripeBlockedUntil(clientAddress, shopper.cartId);
  if (until) return failed({ kind: "too-many", until, cart });
  const tax = await previewTax(cart, taxAddress);
  if (!tax.ok) return failed(tax.problem.kind === "tax-unavailable" ? { ...tax.problem, cart } : tax.problem);
  return ok({ cart, taxCents: tax.value, totalCents: sumCents([cart.totalCents, tax.value]), taxAddress });
}

/** The mailing address, otherwise the buyer's location. */
function taxAddressOf({ address, taxPlace }: CheckoutRequest): TaxAddress | undefined {
  if (address) return toStripeAddress(address).address;
  if (!taxPlace) return undefined;
  const { country, state, postalCode } = taxPlace;
  return { country, state, postal_code: postalCode };
}
