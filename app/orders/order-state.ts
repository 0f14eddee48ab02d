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

/** What moves an order: its payment, as Stripe reports it; a refund; or a staff member, with a reason. */
export type Mover = "payment" | "refund" | "staff";

/** The allowed moves, by what can make them. No other move ever happens, even if events arrive twice, late or out of order:
 *  payment events never undo what a refund or a person did. */
export const moves: Record<Mover, Record<OrderState, OrderState[]>> = {
  payment: {
    awaiting_payment: ["processing", "paid", "expired", "refunding", "attention"],
    processing: ["paid", "expired", "refunding", "attention"],
    // Paid after it expired: honored if units remain, otherwise refunded (PRICING 6).
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
    // A full refund; a partial refund leaves the order paid.
    paid: ["refunding", "refunded"],
    // A failed refund needs a person.
    refunding: ["refunded", "attention"],
    // A bank can return a refund days after it succeeded.
    refunded: ["attention"],
    // Refunded in Stripe's dashboard.
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
