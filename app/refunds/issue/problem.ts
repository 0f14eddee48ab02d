import { type Cents, formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import { type OrderState, orderStateNames } from "~/orders/order-state";
import type { PlanProblem } from "./plan";

/** Why a refund isn't made. `left` is what can still be refunded by amount, in cents. */
export type RefundProblem = (
  | PlanProblem
  | { kind: "not-paid"; state: OrderState }
  | { kind: "disputed" }
  /** Something was refunded since staff opened the page. */
  | { kind: "changed" }
  /** Someone else answered the buyer's request first. */
  | { kind: "request-answered" }
) & { left: Cents };

export function refundProblemText(problem: RefundProblem): string {
  const left = `${formatCents(problem.left)} can still be refunded.`;
  switch (problem.kind) {
    case "not-paid":
      return `Nothing can be refunded: the order’s status is “${orderStateNames[problem.state]}”.`;
    case "disputed":
      return "The buyer’s bank is disputing this payment, so Stripe won’t refund it. Answer the dispute, or accept it.";
    case "changed":
      return `Someone else refunded part of this order while you were working. Check the order again. ${left}`;
    case "request-answered":
      return `Someone else has already answered the buyer’s request. To refund anyway, start from the order’s page. ${left}`;
    case "nothing-left":
      return "Nothing is left to refund.";
    case "nothing-chosen":
      return "Your selection is free of charge. Choose paid units, the shipping, or an amount.";
    case "unknown-unit":
      return "A selected unit isn’t in this order. Reload the page and try again.";
    case "certified":
      return `A unit with a certificate can’t be refunded, because its credits are earned. Refund the other units, or an amount. ${left}`;
    case "refunded-before":
      return `A selected unit was already refunded. ${left}`;
    case "too-much":
      return `That’s more than is left. ${left}`;
    default:
      return assertNever(problem);
  }
}
