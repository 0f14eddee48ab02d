import type Stripe from "stripe";

/** How a delayed payment will end, and when (seconds on the stand-in's clock; null: only by a control). */
type DelayedPayment = { outcome: "paid" | "failed"; at: number | null };

/** What a session still has to do when the shopper pays: Stripe creates the PaymentIntent only on the first attempt. */
export type IntentPlan = {
  metadata: Stripe.Metadata;
  description: string | null;
  receiptEmail: string | null;
  shipping: Stripe.PaymentIntent.Shipping | null;
  /** The collected details that the payment saves to the session's customer. */
  customerUpdate: { address: boolean; name: boolean; shipping: boolean };
};

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
  /** Milliseconds of the machine's clock: retries depend on real time, not on the stand-in's moved clock. */
  nextAttemptAt: number;
};

/** Everything that must survive a restart: plain JSON, objects by id in order of creation, references by id. */
export type World = {
  version: 1;
  clockOffsetSeconds: number;
  customers: Record<string, Stripe.Customer>;
  sessions: Record<string, Stripe.Checkout.Session>;
  lineItems: Record<string, Stripe.LineItem[]>;
  intentPlans: Record<string, IntentPlan>;
  /** Cents by which a control has made a session's tax wrong. */
  taxSkews: Record<string, number>;
  delayedPayments: Record<string, DelayedPayment>;
  products: Record<string, Stripe.Product>;
  shippingRates: Record<string, Stripe.ShippingRate>;
  paymentIntents: Record<string, Stripe.PaymentIntent>;
  charges: Record<string, Stripe.Charge>;
  refunds: Record<string, Stripe.Refund>;
  disputes: Record<string, Stripe.Dispute>;
  balanceTransactions: Record<string, Stripe.BalanceTransaction>;
  payouts: Record<string, Stripe.Payout>;
  /** The payout that paid out a balance transaction. */
  paidOutBy: Record<string, string>;
  files: Record<string, Stripe.File>;
  taxCalculations: Record<string, Stripe.Tax.Calculation>;
  taxLines: Record<string, Stripe.Tax.CalculationLineItem[]>;
  events: Record<string, StoredEvent>;
  rememberedAnswers: Record<string, RememberedAnswer>;
  deliveries: Record<string, Delivery>;
};

/** The SDK's event type is a union of every existing type; here an event is what they have in common. */
export type StoredEvent = Omit<Stripe.Event, "type" | "data"> & {
  type: Stripe.Event.Type;
  data: { object: object; previous_attributes?: object };
};

export function emptyWorld(): World {
  return {
    version: 1,
    clockOffsetSeconds: 0,
    customers: {},
    sessions: {},
    lineItems: {},
    intentPlans: {},
    taxSkews: {},
    delayedPayments: {},
    products: {},
    shippingRates: {},
    paymentIntents: {},
    charges: {},
    refunds: {},
    disputes: {},
    balanceTransactions: {},
    payouts: {},
    paidOutBy: {},
    files: {},
    taxCalculations: {},
    taxLines: {},
    events: {},
    rememberedAnswers: {},
    deliveries: {},
  };
}
