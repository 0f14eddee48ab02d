/** As in the schema. */
export const orderStates = [
  "awaiting_payment",
  "processing",
  "paid",
  "expired",
  "refunding",
  "refunded",
  "attention",
] as const;
export type OrderState = (typeof orderStates)[number];

/** What moves an order: its payment as Stripe tells of it, a refund, or a staff member who says why. */
export type Mover = "payment" | "refund" | "staff";

/** The lawful moves, by what may make them. What is not here never happens, whatever arrives twice, late or out of order: a
 *  payment's events never undo what a refund or a person did. */
export const moves: Record<Mover, Record<OrderState, OrderState[]>> = {
  payment: {
    awaiting_payment: ["processing", "paid", "expired", "refunding", "attention"],
    processing: ["paid", "expired", "refunding", "attention"],
    // Paid after its end: honoured if units remain, else refunded (PRICING 6).
    expired: ["paid", "refunding", "attention"],
    paid: [],
    refunding: [],
    refunded: [],
    attention: [],
  },
  refund: {
    awaiting_payment: [],
    processing: [],
    expired: [],
    // All that was received is asked back; a part of it leaves the order paid.
    paid: ["refunding", "refunded"],
    // A refund that fails is a matter for a person.
    refunding: ["refunded", "attention"],
    // A bank can send a refund back days after it succeeded.
    refunded: ["attention"],
    // Given back in Stripe's dashboard.
    attention: ["refunding", "refunded"],
  },
  staff: {
    awaiting_payment: [],
    processing: [],
    expired: [],
    paid: [],
    refunding: [],
    refunded: [],
    attention: ["paid", "refunding", "refunded", "expired"],
  },
};

export function statesBefore(next: OrderState, by: Mover): OrderState[] {
  return orderStates.filter((state) => moves[by][state].includes(next));
}

export const orderStateNames: Record<OrderState, string> = {
  awaiting_payment: "Awaiting payment",
  processing: "Payment processing",
  paid: "Paid",
  expired: "Not paid",
  refunding: "Being refunded",
  refunded: "Refunded",
  attention: "Needs attention",
};
