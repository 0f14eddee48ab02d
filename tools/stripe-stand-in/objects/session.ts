import type Stripe from "stripe";
import type { SessionParams } from "../api/session-params";
import { blankSession } from "./blank-session";
import { shippingCostOf } from "./shipping-rate";

type Session = Stripe.Checkout.Session;
type ShippingDetails = NonNullable<Session["collected_information"]>["shipping_details"];

/** What the shopper leaves on the hosted page. `shippingRate` is the id of the chosen option. */
export type Collected = { email: string | null; shippingDetails: ShippingDetails; shippingRate: string | null };

type Opening = {
  id: string;
  url: string;
  created: number;
  params: SessionParams;
  /** Sum of the lines, before shipping. */
  subtotal: number;
  currency: string;
  shippingOptions: Session["shipping_options"];
};

const oneDay = 24 * 60 * 60;

/** A session as `create` answers it: open, unpaid, without a PaymentIntent. The first shipping option is pre-selected. */
export function openSession({ id, url, created, params, subtotal, currency, shippingOptions }: Opening): Session {
  const [first] = shippingOptions;
  const session: Session = {
    ...blankSession(id, created),
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? true },
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: subtotal,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    currency,
    customer_creation: params.customer_creation,
    customer_details: params.customer_email ? customerDetails(params.customer_email, null) : null,
    customer_email: params.customer_email ?? null,
    expires_at: params.expires_at ?? created + oneDay,
    locale: params.locale ?? null,
    metadata: params.metadata,
    payment_method_types: params.allowed_payment_method_types ?? ["card"],
    shipping_address_collection: params.shipping_address_collection ?? null,
    shipping_options: shippingOptions,
    submit_type: params.submit_type ?? null,
    success_url: params.success_url,
    ui_mode: params.ui_mode,
    url,
  };
  return withShipping(session, first?.shipping_rate ?? null);
}

/** The session with this shipping option chosen (none: no shipping), and its totals reckoned afresh. */
export function withShipping(
  session: Session,
  rate: Stripe.Checkout.Session.ShippingOption["shipping_rate"] | null,
): Session {
  const option = session.shipping_options.find((each) => each.shipping_rate === rate);
  const shipping = option?.shipping_amount ?? 0;
  return {
    ...session,
    amount_total: (session.amount_subtotal ?? 0) + shipping,
    shipping_cost: option ? shippingCostOf(option) : null,
    total_details: { amount_discount: 0, amount_shipping: shipping, amount_tax: 0 },
  };
}

/** `url` is only there while the session is open: Stripe takes it away together with the status. */
export function completeSession(session: Session, collected: Collected, paymentStatus: "paid" | "unpaid"): Session {
  const { email, shippingDetails } = collected;
  return {
    ...session,
    status: "complete",
    payment_status: paymentStatus,
    url: null,
    customer_details: customerDetails(email, shippingDetails?.name ?? null),
    collected_information: { business_name: null, individual_name: null, shipping_details: shippingDetails },
  };
}

export const expireSession = (session: Session): Session => ({ ...session, status: "expired", url: null });

/** Puts the id into `success_url`. Only the literal template is replaced, as Stripe does. */
export function successAddress(session: Session): string {
  return (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function customerDetails(email: string | null, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
}
