import { dayIn, formatDay, formatInstant } from "~/core/dates";
import { formatMinutes } from "./minutes";

/** How the end of a sale is shown. */
export type SaleEnd = {
  /** `Dec 24, 2026`: the last day; within a day of the end, the time and zone too. */
  text: string;
  /** Only within a day of the end: an earlier countdown would pressure people for no reason. */
  minutesLeft?: number;
};

type Facts = { now: Date; timeZone: string };

const dayOfMinutes = 24 * 60;

/** @param endsAt Exclusive end, an ISO instant (PRICING 4); midnight belongs to the day before. */
export function saleEnd(endsAt: string, { now, timeZone }: Facts): SaleEnd {
  const end = new Date(endsAt);
  const minutesLeft = Math.max(0, Math.floor((end.getTime() - now.getTime()) / 60_000));
  if (minutesLeft < dayOfMinutes) return { text: formatInstant(end, timeZone), minutesLeft };
  return { text: formatDay(dayIn(new Date(end.getTime() - 1), timeZone)) };
}

/** The same without a countdown: `Dec 24, 2026, 6:00 AM CST, in 3 h 5 min`. */
export function saleEndText(endsAt: string, facts: Facts): string {
  const { text, minutesLeft } = saleEnd(endsAt, facts);
  return minutesLeft === undefined ? text : `${text}, in ${formatMinutes(minutesLeft)}`;
}
