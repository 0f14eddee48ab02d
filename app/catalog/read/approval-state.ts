import { type Day, daysBetween } from "~/core/dates";

/** First and last day on which an approval counts, inclusive. */
type Period = { startsOn: Day; endsOn: Day };

export type ApprovalState = {
  state: "not-started" | "running" | "ends-soon" | "ended";
  /** Days until the last day: 0 on it, negative afterward. */
  daysLeft: number;
};

/** How long before an approval ends the shop warns shoppers, learners, and staff. */
export const warningDays = 60;

/** EDUCATION 7: a completion counts only from the first day through the last. */
export function approvalState({ startsOn, endsOn }: Period, today: Day): ApprovalState {
  const daysLeft = daysBetween(today, endsOn);
  if (daysLeft < 0) return { state: "ended", daysLeft };
  if (today < startsOn) return { state: "not-started", daysLeft };
  return { state: daysLeft <= warningDays ? "ends-soon" : "running", daysLeft };
}

/** Completions from now on don't count. */
export function hasEnded(approval: Period, today: Day): boolean {
  return approvalState(approval, today).state === "ended";
}

/** A completion today counts. */
export function isInForce(approval: Period, today: Day): boolean {
  const { state } = approvalState(approval, today);
  return state === "running" || state === "ends-soon";
}

/** The approval that applies: the one in force today (if renewals overlap, the one that lasts longer), else the next
 *  to begin, else the last that ended. */
export function currentApproval<Approval extends Period>(approvals: Approval[], today: Day): Approval | undefined {
  const byEnd = approvals.toSorted((a, b) => compare(a.endsOn, b.endsOn));
  const inForce = byEnd.findLast((approval) => isInForce(approval, today));
  const toCome = approvals.filter(({ startsOn }) => today < startsOn);
  const [next] = toCome.toSorted((a, b) => compare(a.startsOn, b.startsOn));
  return inForce ?? next ?? byEnd.at(-1);
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}
