import type { CheckedDay } from "../check/days";
import { type Figures, figuresOf, type PostedEntry } from "../entries/figures";
import { isHarmless } from "../reconcile/compare";
import type { Reconciled } from "../reconcile/results.server";

/** Rows for `csvResponse`. Amounts are dollars as numbers, because text that starts with a minus sign is escaped like a formula.
 *  Money out of Stripe's balance is negative; "Net" is the sum of the row's other amounts. */
export type Sheet = { columns: string[]; rows: Record<string, string | number>[] };

/** One row per payment, refund, fee, dispute, or payout. `orderNames` has order numbers by order id. */
export function movementsSheet(entries: PostedEntry[], orderNames: ReadonlyMap<string, string>): Sheet {
  const columns = ["Day", "Time (UTC)", "Type", "Order", "Stripe ID", ...movementAmounts, "Memo"];
  const rows = entries.map((entry) => {
    const figures = figuresOf([entry]);
    return {
      Day: entry.day,
      "Time (UTC)": entry.at.toISOString().slice(0, 19).replace("T", " "),
      Type: kindNames[entry.kind],
      Order: entry.orderId ? (orderNames.get(entry.orderId) ?? entry.orderId) : "",
      "Stripe ID": entry.reference.slice(entry.reference.indexOf(":") + 1),
      "Courses USD": dollars(figures.items + figures.refundedItems),
      "Shipping USD": dollars(figures.shipping + figures.refundedShipping),
      "Sales tax USD": dollars(figures.tax + figures.refundedTax),
      "Unfulfilled USD": dollars(figures.unfulfilled + figures.refundedUnfulfilled),
      ...otherAmounts(figures),
      Memo: entry.memo ?? "",
    };
  });
  return { columns, rows };
}

const others = ["Stripe fees USD", "Disputes USD", "Paid out USD", "Unexplained USD", "Net USD"];
const movementAmounts = ["Courses USD", "Shipping USD", "Sales tax USD", "Unfulfilled USD", ...others];

/** One row per day. */
export function daysSheet(days: CheckedDay[], reconciled: ReadonlyMap<string, Reconciled>): Sheet {
  const parts = ["Courses USD", "Shipping USD", "Sales tax USD", "Unfulfilled USD"];
  const refunded = parts.map((part) => `Refunded: ${part}`);
  const rows = days.map(({ day, figures, isEqual }) => ({
    Day: day,
    "Courses USD": dollars(figures.items),
    "Shipping USD": dollars(figures.shipping),
    "Sales tax USD": dollars(figures.tax),
    "Unfulfilled USD": dollars(figures.unfulfilled),
    "Refunded: Courses USD": dollars(figures.refundedItems),
    "Refunded: Shipping USD": dollars(figures.refundedShipping),
    "Refunded: Sales tax USD": dollars(figures.refundedTax),
    "Refunded: Unfulfilled USD": dollars(figures.refundedUnfulfilled),
    ...otherAmounts(figures),
    "Orders agree": isEqual ? "yes" : "no",
    "Stripe agrees": stripeText(reconciled.get(day)),
  }));
  return { columns: ["Day", ...parts, ...refunded, ...others, "Orders agree", "Stripe agrees"], rows };
}

function otherAmounts({ fees, disputes, payouts, unexplained, net }: Figures) {
  return {
    "Stripe fees USD": dollars(fees),
    "Disputes USD": dollars(disputes),
    "Paid out USD": dollars(payouts),
    "Unexplained USD": dollars(unexplained),
    "Net USD": dollars(net),
  };
}

function stripeText(reconciled: Reconciled | undefined): string {
  if (!reconciled) return "not checked";
  return reconciled.differences.every(isHarmless) ? "yes" : "no";
}

function dollars(cents: number): number {
  return cents / 100;
}

export const kindNames: Record<PostedEntry["kind"], string> = {
  payment: "Payment",
  fee: "Fee",
  refund: "Refund",
  refund_failure: "Refund returned",
  dispute: "Dispute",
  payout: "Payout",
  adjustment: "Adjustment",
};
