import { addDays, type Day } from "~/core/dates";

const againDays = 3;
const longestGapDays = 31;

/** The days to reconcile now, earliest first: each once a day until three days after its end, since data can arrive late. Days that
 *  couldn't be checked, or when no process was running, stay on the list for a month. `checked` has the day on which each was last
 *  checked. */
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
