import { dayIn, formatDay, formatInstant } from "~/core/dates";
import { formatMinutes } from "./minutes";

/** How the end of a sale is told. */
export type SaleEnd = {
  /** `Dec 24, 2026`: its last day; within a day of the end the time, with its zone. */
  text: string;
  /** Only within a day of the end: a countdown any earlier would press people without a reason. */
  minutesLeft?: number;
};

type Facts = { now: Date; timeZone: string };

const dayOfMinutes = 24 * 60;

/** @param endsAt ISO instant from which the sale no longer counts (PRICING 4); midnight still belongs to the day before. */
export function saleEnd(endsAt: string, { now, timeZone }: Facts): SaleEnd {
  const end = new Date(endsAt);
  const minutesLeft = Math.max(0, Math.floor((end.getTime() - now.getTime()) / 60_000));
  if (minutesLeft < dayOfMinutes) return { text: formatInstant(end, timeZone), minutesLeft };
  return { text: formatDay(dayIn(new Date(end.getTime() - 1), timeZone)) };
}

/** The same where nothing counts down: `Dec 24, 2026, 6:00 AM CST, in 3 h 5 min`. */
export function saleEndText(endsAt: string, facts: Facts): string {
  const { text, minutesLeft } = saleEnd(endsAt, facts);
  return minutesLeft === undefined ? text : `${text}, in ${formatMinutes(minutesLeft)}`;
}
