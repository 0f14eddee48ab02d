import { z } from "zod";
import { addDays, type Day } from "~/core/dates";

const day = z.iso.date().optional().catch(undefined);

/** Which days of the ledger are shown. A shared link always opens: what is no day falls away. */
export const LedgerQuery = z.object({ from: day, to: day });
export type LedgerQuery = z.infer<typeof LedgerQuery>;

const daysShown = 31;

/** The days asked for, both included; without an end it is today, without a beginning there are 31 days. */
export function rangeOf({ from, to }: LedgerQuery, today: Day): { from: Day; to: Day } {
  const last = to ?? today;
  return { from: from ?? addDays(last, 1 - daysShown), to: last };
}
