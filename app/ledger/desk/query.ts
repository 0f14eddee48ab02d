import { z } from "zod";
import { addDays, type Day } from "~/core/dates";

const day = z.iso.date().optional().catch(undefined);

/** Which days of the ledger are shown. A shared link must always open: invalid days are ignored. */
export const LedgerQuery = z.object({ from: day, to: day });
export type LedgerQuery = z.infer<typeof LedgerQuery>;

const daysShown = 31;

/** The requested days, inclusive; ends today and spans 31 days by default. */
export function rangeOf({ from, to }: LedgerQuery, today: Day): { from: Day; to: Day } {
  const last = to ?? today;
  return { from: from ?? addDays(last, 1 - daysShown), to: last };
}
