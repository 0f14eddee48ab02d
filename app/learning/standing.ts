import { approvalState } from "~/catalog/read/approval-state";
import type { Day } from "~/core/dates";
import type { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";
import { maximumAttempts } from "./post-test";

/** What an enrolment's standing is judged by. */
export type Facts = {
  orderState: OrderState;
  /** A refund, or staff, ended the access. */
  isWithdrawn: boolean;
  participantKey: CustomerKey | null;
  attemptsUsed: number;
  passed: boolean;
  hasTest: boolean;
  approval: { startsOn: Day; endsOn: Day };
  /** Whether this participant holds a certificate of this course from another enrolment. */
  isCreditedElsewhere: boolean;
};

/** Where somebody stands with a course. Only `open` lets a test be taken. */
export type Standing =
  | { kind: "passed" }
  /** The order is not paid, or the access ended with a refund. */
  | { kind: "closed" }
  /** A sample course, without a text and a test of its own. */
  | { kind: "sample" }
  /** Nobody has said yet who learns. */
  | { kind: "unnamed" }
  /** EDUCATION 8: three attempts failed. */
  | { kind: "locked" }
  /** EDUCATION 9: the same activity is never credited twice. */
  | { kind: "already-credited" }
  | { kind: "not-begun"; startsOn: Day }
  /** EDUCATION 7 */
  | { kind: "ended"; endedOn: Day }
  | { kind: "open"; attemptsLeft: number };

/** Orders whose units are somebody's. A refund alone takes no access away: whoever asks for it says whether it does, unit by unit. */
export const fulfilledStates: OrderState[] = ["paid", "refunding", "refunded", "attention"];

/** EDUCATION 7, 8, 9: `today` is the store's own day. A certificate that was earned outlives everything that comes later. */
export function standingOf(facts: Facts, today: Day): Standing {
  const { approval } = facts;
  const { state } = approvalState(approval, today);
  if (facts.passed) return { kind: "passed" };
  if (facts.isWithdrawn || !fulfilledStates.includes(facts.orderState)) return { kind: "closed" };
  if (!facts.hasTest) return { kind: "sample" };
  if (facts.attemptsUsed >= maximumAttempts) return { kind: "locked" };
  if (state === "ended") return { kind: "ended", endedOn: approval.endsOn };
  if (facts.participantKey === null) return { kind: "unnamed" };
  if (facts.isCreditedElsewhere) return { kind: "already-credited" };
  if (state === "not-begun") return { kind: "not-begun", startsOn: approval.startsOn };
  return { kind: "open", attemptsLeft: maximumAttempts - facts.attemptsUsed };
}
