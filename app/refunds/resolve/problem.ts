import { type Cents, formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import type { OrderState } from "~/orders/order-state";
import { type RefundProblem, refundProblemText } from "../issue/problem";

export type ResolveProblem =
  /** Someone else resolved it first. */
  | { kind: "not-open"; state: OrderState }
  /** There is no payment to accept. */
  | { kind: "nothing-received" }
  /** A paid order can't be settled as not paid. */
  | { kind: "money-received"; cents: Cents }
  /** Part was already refunded: refund the rest too. */
  | { kind: "partly-refunded" }
  /** The units have since been sold to others. */
  | { kind: "units-gone" }
  | { kind: "refund"; problem: RefundProblem };

export function resolveProblemText(problem: ResolveProblem): string {
  switch (problem.kind) {
    case "not-open":
      return "Someone else has already resolved this order. Check its current status.";
    case "nothing-received":
      return "Nothing was received for this order, so there’s no payment to accept. Mark it as settled with nothing paid.";
    case "money-received":
      return `${formatCents(problem.cents)} was received for this order, so it can’t be settled as not paid. Refund or accept the payment.`;
    case "partly-refunded":
      return "Part of the payment was already refunded. Refund the rest too, and ask the buyer to place a new order.";
    case "units-gone":
      return "Something in this order has sold out. Refund the payment, or raise the quantity and try again.";
    case "refund":
      return refundProblemText(problem.problem);
    default:
      return assertNever(problem);
  }
}
