import { dayIn, formatDay, formatInstant } from "~/core/dates";

/** How the end of a sale is told. */
export type SaleEnd = {
  /** `Dec 24, 2026`: its last day; within a day of the end the time, with its zone. */
  text: string;
  /** Only within a day of the end: a countdown any earlier would press people without a reason. */
  minutesLeft?: number;
};

const dayOfMinutes = 24 * 60;

/** @param endsAt ISO instant from which the sale no longer counts (PRICING 4); midnight still belongs to the day before. */
export function saleEnd(endsAt: string, now: Date, timeZone: string): SaleEnd {
  const end = new Date(endsAt);
  const minutesLeft = Math.max(0, Math.floor((end.getTime() - now.getTime()) / 60_000));
  if (minutesLeft < dayOfMinutes) return { text: formatInstant(end, timeZone), minutesLeft };
  return { text: formatDay(dayIn(new Date(end.getTime() - 1), timeZone)) };
}
