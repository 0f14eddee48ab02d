import type Stripe from "stripe";

/** How a payment that takes its time is going to end, and when (seconds, the stand-in's clock; null: only by a control). */
type DelayedPayment = { outcome: "paid" | "failed"; at: number | null };

/** What is needed to make the PaymentIntent, which Stripe makes only when the shopper first tries to pay. */
export type IntentPlan = { metadata: Stripe.Metadata; description: string | null; receiptEmail: string | null };

export type RememberedAnswer = {
  endpoint: string;
  fingerprint: string;
  status: number;
  body: unknown;
  requestId: string;
  at: number;
};

export type Attempt = { at: string; url: string; status: number | null; error: string | null };

export type Delivery = {
  id: string;
  event: string;
  type: string;
  state: "waiting" | "held" | "dropped" | "delivered" | "given-up";
  attempts: Attempt[];
  /** Milliseconds of the machine's clock: a retry is about real waiting, not about the stand-in's moved clock. */
  nextAttemptAt: number;
};

/** Everything that must survive a restart: plain JSON, objects by id in order of creation, references by id. */
export type World = {
  version: 1;
  clockOffsetSeconds: number;
  sessions: Record<string, Stripe.Checkout.Session>;
  lineItems: Record<string, Stripe.LineItem[]>;
  intentPlans: Record<string, IntentPlan>;
  delayedPayments: Record<string, DelayedPayment>;
  products: Record<string, Stripe.Product>;
  shippingRates: Record<string, Stripe.ShippingRate>;
  paymentIntents: Record<string, Stripe.PaymentIntent>;
  charges: Record<string, Stripe.Charge>;
  refunds: Record<string, Stripe.Refund>;
  events: Record<string, StoredEvent>;
  rememberedAnswers: Record<string, RememberedAnswer>;
  deliveries: Record<string, Delivery>;
};

/** The SDK's event types form a union over every type that exists; here an event is what they have in common. */
export type StoredEvent = Omit<Stripe.Event, "type" | "data"> & {
  type: Stripe.Event.Type;
  data: { object: object; previous_attributes?: object };
};

export function emptyWorld(): World {
  return {
    version: 1,
    clockOffsetSeconds: 0,
    sessions: {},
    lineItems: {},
    intentPlans: {},
    delayedPayments: {},
    products: {},
    shippingRates: {},
    paymentIntents: {},
    charges: {},
    refunds: {},
    events: {},
    rememberedAnswers: {},
    deliveries: {},
  };
}
