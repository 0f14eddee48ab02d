import type Stripe from "stripe";
import { newId } from "../ids";

type Customer = Stripe.Customer;
type Wanted = {
  email?: string;
  name?: string;
  phone?: string;
  description?: string;
  address?: Stripe.Address;
  shipping?: { name: string; phone?: string; address: Stripe.Address };
  metadata: Stripe.Metadata;
};

export function makeCustomer(wanted: Wanted, created: number): Customer {
  const id = newId("customer");
  return {
    id,
    object: "customer",
    address: wanted.address ?? null,
    balance: 0,
    created,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: wanted.description ?? null,
    email: wanted.email ?? null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: wanted.metadata,
    name: wanted.name ?? null,
    next_invoice_sequence: 1,
    phone: wanted.phone ?? null,
    preferred_locales: [],
    shipping: wanted.shipping ? { ...wanted.shipping, phone: wanted.shipping.phone ?? "" } : null,
    tax_exempt: "none",
    test_clock: null,
  };
}

/** The address that decides where tax is due: the shipping address, or else the billing address. */
export const taxAddress = (customer: Customer | undefined): Stripe.Address | null =>
  customer?.shipping?.address ?? customer?.address ?? null;
