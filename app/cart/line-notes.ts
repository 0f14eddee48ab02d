import { approvalState } from "~/catalog/read/approval-state";
import type { Day } from "~/core/dates";

/** What a shopper should know about a line before paying; `blocks` stops checkout until the cart changes. */
export type LineNote =
  | { kind: "approval-not-started"; startsOn: Day; blocks: true }
  | { kind: "approval-ended"; endsOn: Day; blocks: true }
  | { kind: "approval-ends-soon"; endsOn: Day; days: number; blocks: false }
  | { kind: "out-of-stock"; blocks: true }
  | { kind: "too-few-copies"; left: number; blocks: true }
  | { kind: "several-people"; quantity: number; blocks: false }
  | { kind: "same-activity"; blocks: false }
  | { kind: "bought-before"; blocks: false }
  | { kind: "sample"; blocks: false };

type Facts = {
  quantity: number;
  approval: { startsOn: Day; endsOn: Day };
  today: Day;
  /** Undefined for formats that are not mailed. */
  copiesLeft: number | undefined;
  /** Other lines of the same course. */
  otherFormats: number;
  /** An earlier order from this cart already paid for the course. */
  isBoughtBefore: boolean;
  isComplete: boolean;
};

/** EDUCATION 7 and 9, SCENARIO 21: approvals that haven't started, end soon, or have ended; missing copies; repeated courses. */
export function lineNotes(facts: Facts): LineNote[] {
  const notes: LineNote[] = [];
  const { quantity, approval, today, copiesLeft, otherFormats, isBoughtBefore, isComplete } = facts;
  const { startsOn, endsOn } = approval;
  const { state, daysLeft: days } = approvalState(approval, today);
  if (state === "not-started") notes.push({ kind: "approval-not-started", startsOn, blocks: true });
  if (state === "ended") notes.push({ kind: "approval-ended", endsOn, blocks: true });
  if (state === "ends-soon") notes.push({ kind: "approval-ends-soon", endsOn, days, blocks: false });
  if (copiesLeft !== undefined && copiesLeft < quantity)
    notes.push(
      copiesLeft === 0
        ? { kind: "out-of-stock", blocks: true }
        : { kind: "too-few-copies", left: copiesLeft, blocks: true },
    );
  if (quantity > 1) notes.push({ kind: "several-people", quantity, blocks: false });
  if (otherFormats > 0) notes.push({ kind: "same-activity", blocks: false });
  if (isBoughtBefore) notes.push({ kind: "bought-before", blocks: false });
  if (!isComplete) notes.push({ kind: "sample", blocks: false });
  return notes;
}
