import { addDays, addMonths, type Day } from "~/core/dates";

/** EDUCATION 11: two years from the first day of the birth month to the last day of the month before it.
 *  `month` is 1 to 12; `year` is the year in which the biennium begins. */
export function bienniumFrom(year: number, month: number): { from: Day; to: Day } {
  const from = `${year}-${String(month).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, 24), -1) };
}
