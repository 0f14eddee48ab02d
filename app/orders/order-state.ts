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

/** The lawful moves. What is not here never happens, whatever arrives twice, late or out of order. */
const moves: Record<OrderState, OrderState[]> = {
  awaiting_payment: ["processing", "paid", "expired", "refunding", "attention"],
  processing: ["paid", "expired", "refunding", "attention"],
  // Paid after its end: honoured if units remain, else refunded (PRICING 6).
  expired: ["paid", "refunding", "attention"],
  paid: [],
  // A refund that fails is a matter for a person.
  refunding: ["refunded", "attention"],
  // A bank can send a refund back days after it succeeded.
  refunded: ["attention"],
  attention: [],
};

export function statesBefore(next: OrderState): OrderState[] {
  return orderStates.filter((state) => moves[state].includes(next));
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
