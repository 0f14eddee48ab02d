import { addDays, type Day } from "~/core/dates";

const againDays = 3;
const longestGapDays = 31;

/** The days that are to be reconciled now, the earliest first: from the last that was, or three days back, to the last that ended,
 *  each once a day. `checked` says for each day on which day it was last checked. */
export function daysToCheck(lastEnded: Day, checked: ReadonlyMap<Day, Day>): Day[] {
  const today = addDays(lastEnded, 1);
  const newest = [...checked.keys()].sort().at(-1);
  const again = addDays(lastEnded, 1 - againDays);
  const longest = addDays(lastEnded, 1 - longestGapDays);
  const first = newest && newest < again ? (newest > longest ? newest : longest) : again;
  const days: Day[] = [];
  for (let day = first; day <= lastEnded; day = addDays(day, 1)) if ((checked.get(day) ?? "") < today) days.push(day);
  return days;
}
