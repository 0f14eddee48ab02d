import { addDays, type Day } from "~/core/dates";

const againDays = 3;
const longestGapDays = 31;

/** The days that are to be reconciled now, the earliest first: each until it was three days after its end, since things come late, and
 *  once a day. Those that could not be checked, or that no process was there to check, are among them for a month. `checked` says
 *  for each day on which day it was last checked. */
export function daysToCheck(lastEnded: Day, checked: ReadonlyMap<Day, Day>): Day[] {
  const today = addDays(lastEnded, 1);
  const [longest, again] = [addDays(today, -longestGapDays), addDays(today, -againDays)];
  const oldest = [...checked.keys(), again].sort()[0] ?? again;
  const days: Day[] = [];
  for (let day = oldest > longest ? oldest : longest; day <= lastEnded; day = addDays(day, 1)) {
    const done = addDays(day, againDays);
    if ((checked.get(day) ?? "") < (done < today ? done : today)) days.push(day);
  }
  return days;
}
