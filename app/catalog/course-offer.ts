import type { Day } from "~/core/dates";
import { dayIn, daysBetween, formatDay, formatInstant } from "~/core/dates";
import type { Cents } from "~/core/money";
import type { Approval } from "./course";

/** What the catalog shows of an offer; promotions make it, and the catalog does not know how. */
export type CourseOffer = {
  regular: Cents;
  price: Cents;
  sale?: {
    name: string;
    unitsLeft: number;
    /** ISO instant. */
    endsAt: string;
    perCustomer: number | null;
  };
  /** Printed copies; undefined where nothing is mailed. */
  copiesLeft?: number;
};

export type ApprovalState = {
  state: "running" | "ends-soon" | "ended";
  /** `Oct 31, 2026` */
  endsOn: string;
  daysLeft: number;
};

/** How long before an approval's end the shop warns (EDUCATION 7). */
const warningDays = 60;

export function approvalState({ endsOn }: Pick<Approval, "endsOn">, today: Day): ApprovalState {
  const daysLeft = daysBetween(today, endsOn);
  const state = daysLeft < 0 ? "ended" : daysLeft <= warningDays ? "ends-soon" : "running";
  return { state, endsOn: formatDay(endsOn), daysLeft };
}

/** When a sale ends: its day, `Dec 24, 2026`; on its last day also the hour and how far off that is. */
export function saleEnd(endsAt: string, { now, timeZone }: { now: Date; timeZone: string }): string {
  const end = new Date(endsAt);
  const hours = Math.floor((end.getTime() - now.getTime()) / 3_600_000);
  if (hours >= 24) return formatDay(dayIn(end, timeZone));
  const left = hours < 1 ? "less than an hour" : hours === 1 ? "1 hour" : `${hours} hours`;
  return `${formatInstant(end, timeZone)}, in ${left}`;
}
