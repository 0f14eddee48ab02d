import { approvalState } from "~/catalog/read/approval-state";
import type { Day } from "~/core/dates";
import type { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";

/** EDUCATION 8. */
export const maximumAttempts = 3;

/** The facts that decide an enrollment's standing. */
export type Facts = {
  orderState: OrderState;
  /** A refund or staff ended access. */
  isWithdrawn: boolean;
  participantKey: CustomerKey | null;
  /** Somebody else named the learner, who has not confirmed yet. */
  isUnconfirmed: boolean;
  attemptsUsed: number;
  passed: boolean;
  hasTest: boolean;
  approval: { startsOn: Day; endsOn: Day };
  /** Whether this participant has a certificate for this course from another enrollment. Only known of a confirmed learner: anybody can
   *  type an address (EDUCATION 15). */
  isCreditedElsewhere: boolean;
};

/** A learner's status in a course. Only `open` allows taking the test. */
export type Standing =
  | { kind: "passed" }
  /** The order is unpaid, or access ended with a refund. */
  | { kind: "closed" }
  /** A sample course, without text or a test. */
  | { kind: "sample" }
  /** No learner has been named yet. */
  | { kind: "unnamed" }
  /** EDUCATION 15: the learner was named by somebody else and has not confirmed yet. */
  | { kind: "unconfirmed" }
  /** EDUCATION 8: three attempts failed. */
  | { kind: "locked" }
  /** EDUCATION 9: the same activity never earns credit twice. */
  | { kind: "already-credited" }
  | { kind: "not-started"; startsOn: Day }
  /** EDUCATION 7 */
  | { kind: "ended"; endedOn: Day }
  | { kind: "open"; attemptsLeft: number };

/** Order states that give access. A refund alone doesn't end access; staff decide that for each unit. */
export const fulfilledStates: OrderState[] = ["paid", "refunding", "refunded", "attention"];

/** Whether the test can still be taken, even if the learner must confirm first. */
export function isTestable({ kind }: Standing): boolean {
  return kind === "open" || kind === "unconfirmed";
}

/** EDUCATION 7, 8, 9: `today` is the store's day. An earned certificate outlasts everything that comes later. */
export function standingOf(facts: Facts, today: Day): Standing {
  const { approval } = facts;
  const { state } = approvalState(approval, today);
  if (facts.passed) return { kind: "passed" };
  if (facts.isWithdrawn || !fulfilledStates.includes(facts.orderState)) return { kind: "closed" };
  if (!facts.hasTest) return { kind: "sample" };
  if (facts.attemptsUsed >= maximumAttempts) return { kind: "locked" };
  if (state === "ended") return { kind: "ended", endedOn: approval.endsOn };
  if (facts.participantKey === null) return { kind: "unnamed" };
  if (facts.isUnconfirmed) return { kind: "unconfirmed" };
  if (facts.isCreditedElsewhere) return { kind: "already-credited" };
  if (state === "not-started") return { kind: "not-started", startsOn: approval.startsOn };
  return { kind: "open", attemptsLeft: maximumAttempts - facts.attemptsUsed };
}
