import type Stripe from "stripe";
import { newId } from "../ids";

export type WantedRate = {
  display_name: string;
  fixed_amount: { amount: number; currency: string };
  delivery_estimate?: Partial<Stripe.ShippingRate.DeliveryEstimate>;
  metadata?: Stripe.Metadata;
  tax_behavior?: Stripe.ShippingRate.TaxBehavior;
  tax_code?: string;
};

export function makeShippingRate(wanted: WantedRate, created: number): Stripe.ShippingRate {
  const { minimum = null, maximum = null } = wanted.delivery_estimate ?? {};
  return {
    id: newId("shippingRate"),
    object: "shipping_rate",
    active: false,
    created,
    delivery_estimate: wanted.delivery_estimate ? { minimum, maximum } : null,
    display_name: wanted.display_name,
    fixed_amount: wanted.fixed_amount,
    livemode: false,
    metadata: wanted.metadata ?? {},
    tax_behavior: wanted.tax_behavior ?? "unspecified",
    tax_code: wanted.tax_code ?? null,
    type: "fixed_amount",
  };
}
