import { type Day, formatDay } from "~/core/dates";
import { type ApprovalState, approvalState } from "../read/approval-state";
import type { Approval } from "../read/course";

/** An approval's period as a page shows it, with days as `Oct 31, 2026`. */
export type ApprovalView = ApprovalState & { startsOn: string; endsOn: string };

export function viewApproval(approval: Pick<Approval, "startsOn" | "endsOn">, today: Day): ApprovalView {
  return {
    ...approvalState(approval, today),
    startsOn: formatDay(approval.startsOn),
    endsOn: formatDay(approval.endsOn),
  };
}
