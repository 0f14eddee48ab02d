import type { Day } from "~/core/dates";
import { daysBetween, formatDay } from "~/core/dates";
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
  /** A sale is running, but its units are gone. */
  isSaleSoldOut?: boolean;
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
