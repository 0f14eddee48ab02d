import type Stripe from "stripe";
import { type Format, formatNames } from "~/catalog/formats";
import { explainPortion, unitPrices } from "~/promotions/explain";
import type { Portion } from "~/promotions/priced-cart";

type SnapshotOrder = {
  id: string;
  email: string;
  endsAt: Date;
  shippingCents: number;
  isMailed: boolean;
  lines: { title: string; format: Format; portions: Portion[] }[];
};
type Addresses = {
  /** Must hold Stripe's placeholder {CHECKOUT_SESSION_ID}. */
  success: string;
  cancel: string;
};

/** The Checkout Session of an order, from its snapshot only: the cents that Stripe shows are the cents that we showed.
 *  Names are those of API 2026-10-28.endive. */
export function sessionParameters(order: SnapshotOrder, { success, cancel }: Addresses) {
  const metadata = { order_id: order.id };
  return {
    mode: "payment",
    ui_mode: "hosted_page",
    line_items: order.lines.flatMap(({ title, format, portions }) =>
      portions.flatMap((portion) =>
        unitPrices(portion).map(({ quantity, price }) => ({
          quantity,
          price_data: {
            currency: "usd",
            unit_amount: price,
            product_data: {
              name: `${title} (${formatNames[format]})`,
              ...(portion.adjustments.length > 0 ? { description: explainPortion(portion).join(" · ") } : {}),
            },
          },
        })),
      ),
    ),
    customer_email: order.email,
    client_reference_id: order.id,
    metadata,
    payment_intent_data: { metadata },
    customer_creation: "if_required",
    adaptive_pricing: { enabled: false },
    allowed_payment_method_types: ["card"],
    expires_at: Math.floor(order.endsAt.getTime() / 1000),
    success_url: success,
    cancel_url: cancel,
    ...(order.isMailed
      ? {
          shipping_address_collection: { allowed_countries: ["US"] },
          shipping_options: [
            {
              shipping_rate_data: {
                type: "fixed_amount",
                display_name: "Mail within the United States",
                fixed_amount: { amount: order.shippingCents, currency: "usd" },
              },
            },
          ],
        }
      : {}),
  } satisfies Stripe.Checkout.SessionCreateParams;
}
