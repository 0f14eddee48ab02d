import type { Order } from "~/orders/read-order.server";
import { stripe } from "~/platform/stripe.server";
import { emailForStripe, stripeAddress, stripeShipping, type TaxAddress } from "./stripe-address";

/** Creates the order's customer at Stripe, whose address decides the tax of a Checkout Session. Returns its id. */
export async function createTaxCustomer(order: Order, address: TaxAddress): Promise<string> {
  if (order.stripeCustomerId) return order.stripeCustomerId;
  const email = emailForStripe(order.email);
  const shipping = stripeShipping(order.shippingAddress);
  const customer = await stripe().customers.create(
    {
      ...(email ? { email } : {}),
      name: order.certificateName,
      address: stripeAddress(address),
      ...(shipping ? { shipping } : {}),
      metadata: { order_id: order.id },
    },
    { idempotencyKey: `customer-${order.id}` },
  );
  return customer.id;
}
