import { type Cents, formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { OrderState } from "~/orders/order-state";
import { type RefundProblem, refundProblemWords } from "./refund-problem";

export type ResolveProblem =
  /** Somebody else was quicker. */
  | { kind: "not-open"; state: OrderState }
  /** Nothing was received that could be accepted. */
  | { kind: "nothing-received" }
  /** What was paid can't be settled as not paid. */
  | { kind: "money-received"; cents: Cents }
  /** A part was given back already: give the rest back too. */
  | { kind: "partly-refunded" }
  /** What was bought has been sold to others meanwhile. */
  | { kind: "units-gone" }
  | { kind: "refund"; problem: RefundProblem };

export function resolveProblemWords(problem: ResolveProblem): string {
  switch (problem.kind) {
    case "not-open":
      return "This order needs nobody any more: somebody else was quicker. Look at where it stands now.";
    case "nothing-received":
      return "Nothing was received for this order, so there is nothing to accept. Settle it as not paid.";
    case "money-received":
      return `${formatCents(problem.cents)} were received for this order, so it can’t be settled as not paid. Give them back, or accept them.`;
    case "partly-refunded":
      return "A part of the payment was given back already. Give the rest back too, and let the buyer order afresh.";
    case "units-gone":
      return "What was bought is sold out meanwhile. Give the payment back, or raise the quantity and try again.";
    case "refund":
      return refundProblemWords(problem.problem);
    default:
      return impossible(problem);
  }
}
