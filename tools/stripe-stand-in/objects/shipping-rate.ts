import type Stripe from "stripe";
import { newId } from "../ids";

export type WantedRate = {
  display_name: string;
  fixed_amount: { amount: number; currency: string };
  delivery_estimate?: Partial<Stripe.ShippingRate.DeliveryEstimate>;
  metadata?: Stripe.Metadata;
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
    tax_behavior: "unspecified",
    tax_code: null,
    type: "fixed_amount",
  };
}

/** The cost object of a session for one of its options. */
export function shippingCostOf(option: Stripe.Checkout.Session.ShippingOption): Stripe.Checkout.Session.ShippingCost {
  const amount = option.shipping_amount;
  return { amount_subtotal: amount, amount_tax: 0, amount_total: amount, shipping_rate: option.shipping_rate };
}
