import type Stripe from "stripe";
import type { Collected } from "../objects/session";
import type { World } from "../world";

/** Saves what the page collected to the customer, as far as `customer_update` allows. Only inside `change`. */
export function updateCustomer(world: World, session: Stripe.Checkout.Session, collected: Collected): void {
  const customer = world.customers[String(session.customer)];
  const allowed = world.intentPlans[session.id]?.customerUpdate;
  if (!customer || !allowed) return;
  const { shippingDetails, billingAddress } = collected;
  const address = billingAddress ?? shippingDetails?.address;
  world.customers[customer.id] = {
    ...customer,
    address: allowed.address && address ? address : customer.address,
    name: (allowed.name && shippingDetails?.name) || customer.name,
    shipping: allowed.shipping && shippingDetails ? { ...shippingDetails, phone: "" } : customer.shipping,
  };
}
