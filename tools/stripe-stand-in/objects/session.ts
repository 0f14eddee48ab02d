import type Stripe from "stripe";
import type { SessionParams } from "../api/params/session";
import { blankSession } from "./blank-session";
import type { Card } from "./card";

type Session = Stripe.Checkout.Session;
type ShippingDetails = NonNullable<Session["collected_information"]>["shipping_details"];

/** What the shopper enters on the hosted page. `shippingRate` is the id of the chosen option. */
export type Collected = {
  email: string | null;
  shippingDetails: ShippingDetails;
  /** Asked for if tax needs a location and nothing else provides one. */
  billingAddress: Stripe.Address | null;
  shippingRate: string | null;
  card: Card;
};

type Opening = {
  id: string;
  url: string;
  created: number;
  params: SessionParams;
  currency: string;
  customer: Stripe.Customer | undefined;
  shippingOptions: Session["shipping_options"];
};

const oneDay = 24 * 60 * 60;

/** A session as `create` returns it: open, unpaid, without a PaymentIntent, its totals not yet computed. */
export function openSession({ id, url, created, params, currency, customer, shippingOptions }: Opening): Session {
  const email = customer?.email ?? params.customer_email;
  return {
    ...blankSession(id, created),
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? true },
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    automatic_tax: { enabled: params.automatic_tax?.enabled ?? false, liability: null, provider: null, status: null },
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    currency,
    customer: customer?.id ?? null,
    customer_creation: customer ? null : "if_required",
    customer_details: email ? customerDetails(email, customer?.name ?? null, customer?.address ?? null) : null,
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
}

/** The e-mail address that the page doesn't need to ask for. */
export const knownEmail = (session: Session): string | null => session.customer_details?.email ?? null;

/** `url` exists only while the session is open: Stripe removes it when the status changes. */
export function completeSession(session: Session, collected: Collected, paymentStatus: "paid" | "unpaid"): Session {
  const { email, shippingDetails, billingAddress } = collected;
  const before = session.customer_details;
  return {
    ...session,
    status: "complete",
    payment_status: paymentStatus,
    url: null,
    customer_details: customerDetails(
      email,
      shippingDetails?.name ?? before?.name ?? null,
      billingAddress ?? shippingDetails?.address ?? before?.address ?? null,
    ),
    collected_information: { business_name: null, individual_name: null, shipping_details: shippingDetails },
  };
}

export const expireSession = (session: Session): Session => ({ ...session, status: "expired", url: null });

/** Puts the id into `success_url`. Only the literal template is replaced, as Stripe does. */
export function successAddress(session: Session): string {
  return (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function customerDetails(
  email: string | null,
  name: string | null,
  address: Stripe.Address | null,
): Stripe.Checkout.Session.CustomerDetails {
  return {
    address,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
}
