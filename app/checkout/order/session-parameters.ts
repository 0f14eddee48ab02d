import type Stripe from "stripe";
import type { Format } from "~/catalog/read/formats";
import type { OrderId } from "~/core/ids";
import type { Portion } from "~/promotions/pricing/priced-cart";
import { chargedLines } from "../tax/charged-lines";
import { shippingTaxCode, taxCodes } from "../tax/codes";
import { emailForStripe, stripeShipping } from "../tax/stripe-address";

type SnapshotOrder = {
  id: OrderId;
  email: string;
  endsAt: Date;
  shippingCents: number;
  /** Null if nothing is mailed. */
  shippingAddress: unknown;
  shippingZone: string | null;
  lines: { title: string; format: Format; portions: Portion[] }[];
};
type Addresses = {
  /** Must contain Stripe's placeholder {CHECKOUT_SESSION_ID}. */
  success: string;
  cancel: string;
};

/** The parameters of an order's Checkout Session, from its snapshot only. Stripe computes tax if there is a `customer`, by the
 *  customer's address. Names are those of API version 2026-10-28.endive. */
export function sessionParameters(
  order: SnapshotOrder,
  { success, cancel }: Addresses,
  customer: string | undefined,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: order.id };
  const isTaxed = customer !== undefined;
  const shipping = stripeShipping(order.shippingAddress);
  return {
    mode: "payment",
    ui_mode: "hosted_page",
    line_items: chargedLines(order.lines).map(({ name, description, format, quantity, unitCents }) => ({
      quantity,
      price_data: {
        currency: "usd",
        unit_amount: unitCents,
        ...(isTaxed ? { tax_behavior: "exclusive" as const } : {}),
        product_data: {
          name,
          ...(description ? { description } : {}),
          ...(isTaxed ? { tax_code: taxCodes[format] } : {}),
        },
      },
    })),
    ...buyerOf(order.email, customer),
    client_reference_id: order.id,
    metadata,
    payment_intent_data: { metadata, ...(shipping ? { shipping } : {}) },
    adaptive_pricing: { enabled: false },
    allowed_payment_method_types: ["card"],
    expires_at: Math.floor(order.endsAt.getTime() / 1000),
    success_url: success,
    cancel_url: cancel,
    ...(isTaxed ? { automatic_tax: { enabled: true } } : {}),
    ...(shipping ? { shipping_options: [{ shipping_rate_data: shippingRate(order, isTaxed) }] } : {}),
  };
}

function buyerOf(email: string, customer: string | undefined) {
  if (customer) return { customer };
  const accepted = emailForStripe(email);
  return { ...(accepted ? { customer_email: accepted } : {}), customer_creation: "if_required" as const };
}

/** The one rate the shopper agreed to. */
function shippingRate({ shippingCents, shippingZone }: SnapshotOrder, isTaxed: boolean) {
  return {
    type: "fixed_amount" as const,
    display_name: `Shipping: ${shippingZone}`.slice(0, 100),
    fixed_amount: { amount: shippingCents, currency: "usd" },
    ...(isTaxed ? { tax_behavior: "exclusive" as const, tax_code: shippingTaxCode } : {}),
  };
}
