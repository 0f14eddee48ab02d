import { type Cents, formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import { type OrderState, orderStateNames } from "~/orders/order-state";
import type { PlanProblem } from "./plan-refund";

/** Why a refund is not asked for. `left` is what can still be refunded by amount, in cents. */
export type RefundProblem = (
  | PlanProblem
  | { kind: "not-paid"; state: OrderState }
  | { kind: "disputed" }
  /** Something was asked back since staff looked. */
  | { kind: "changed" }
  /** Somebody else was quicker with the buyer's wish. */
  | { kind: "request-answered" }
) & { left: Cents };

export function refundProblemWords(problem: RefundProblem): string {
  const left = `${formatCents(problem.left)} can still be refunded.`;
  switch (problem.kind) {
    case "not-paid":
      return `Nothing can be refunded here: the order’s state is “${orderStateNames[problem.state]}”.`;
    case "disputed":
      return "The buyer’s bank disputes this payment, so Stripe refuses refunds of it. Answer the dispute, or accept it.";
    case "changed":
      return `Somebody else refunded something of this order in the meantime. Look at what stands now; ${left}`;
    case "request-answered":
      return `Somebody else has answered the buyer’s request in the meantime. To refund all the same, begin on the order’s page; ${left}`;
    case "nothing-left":
      return "Nothing is left to refund.";
    case "nothing-chosen":
      return "What is chosen costs nothing. Choose units that cost something, the postage, or an amount.";
    case "unknown-unit":
      return "A chosen unit is not in this order. Open the form afresh.";
    case "certified":
      return `A unit with a certificate can’t be refunded: its credits are earned. Refund the other units, or an amount; ${left}`;
    case "refunded-before":
      return `A chosen unit was refunded before. ${left}`;
    case "too-much":
      return `That is more than is left: ${left}`;
    default:
      return impossible(problem);
  }
}
