import { type Day, daysBetween } from "~/core/dates";

/** From when to when an approval counts; both days are included. */
type Period = { startsOn: Day; endsOn: Day };

export type ApprovalState = {
  state: "not-begun" | "running" | "ends-soon" | "ended";
  /** Until the last day: 0 on it, negative afterwards. */
  daysLeft: number;
};

/** How long before an approval's end the whole shop warns of it, shoppers, learners and staff alike. */
export const warningDays = 60;

/** EDUCATION 7: only a completion from the first day to the last one counts. */
export function approvalState({ startsOn, endsOn }: Period, today: Day): ApprovalState {
  const daysLeft = daysBetween(today, endsOn);
  if (daysLeft < 0) return { state: "ended", daysLeft };
  if (today < startsOn) return { state: "not-begun", daysLeft };
  return { state: daysLeft <= warningDays ? "ends-soon" : "running", daysLeft };
}

/** Nothing that is completed from now on counts. */
export function hasEnded(approval: Period, today: Day): boolean {
  return approvalState(approval, today).state === "ended";
}

/** A completion today counts. */
export function isInForce(approval: Period, today: Day): boolean {
  const { state } = approvalState(approval, today);
  return state === "running" || state === "ends-soon";
}

/** Of a course's approvals the one to go by: the one in force today (where renewals overlap, the one that lasts longer),
 *  else the next to begin, else the last that ended. */
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
