import type { Day } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { type Cents, cents, noCents, sumCents } from "~/core/money";
import type { Account } from "./accounts";
import { amountOn, type LedgerKind, type Posting } from "./entry";

/** A saved entry; `day` is in the store's time zone. */
export type PostedEntry = {
  id: string;
  kind: LedgerKind;
  reference: string;
  orderId: OrderId | null;
  day: Day;
  at: Date;
  memo: string | null;
  postings: Posting[];
};

/** Changes to Stripe's balance by purpose, in cents. Money out is negative, so `net` is the sum of all the others. */
export type Figures = {
  items: Cents;
  shipping: Cents;
  tax: Cents;
  unfulfilled: Cents;
  refundedItems: Cents;
  refundedShipping: Cents;
  refundedTax: Cents;
  refundedUnfulfilled: Cents;
  fees: Cents;
  disputes: Cents;
  payouts: Cents;
  unexplained: Cents;
  net: Cents;
};

export function figuresOf(entries: readonly Pick<PostedEntry, "kind" | "postings">[]): Figures {
  const isRefund = ({ kind }: { kind: LedgerKind }) => kind === "refund" || kind === "refund_failure";
  const refunds = totals(entries.filter(isRefund));
  const others = totals(entries.filter((entry) => !isRefund(entry)));
  const all = totals(entries);
  return {
    items: others("items"),
    shipping: others("shipping"),
    tax: others("tax"),
    unfulfilled: others("unfulfilled"),
    refundedItems: refunds("items"),
    refundedShipping: refunds("shipping"),
    refundedTax: refunds("tax"),
    refundedUnfulfilled: refunds("unfulfilled"),
    fees: all("fees"),
    disputes: all("disputes"),
    payouts: all("bank"),
    unexplained: all("unexplained"),
    net: noMinusZero(-all("stripe")),
  };
}

export function sumFigures(all: readonly Figures[]): Figures {
  const sum = figuresOf([]);
  for (const figures of all)
    for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] = cents(sum[key] + figures[key]);
  return sum;
}

/** A debit to any other account is a credit to Stripe's. */
function totals(entries: readonly Pick<PostedEntry, "postings">[]) {
  const postings = entries.flatMap((entry) => entry.postings);
  return (account: Account) => noMinusZero(-amountOn(account, postings));
}

function noMinusZero(amount: number): Cents {
  return amount === 0 ? noCents : cents(amount);
}

type DayMoney = { received: Cents; refunded: Cents; figures: Figures };

/** What a day's orders should leave after fees and disputes, and the ledger's money for it. */
export function moneyOf({ received, refunded, figures }: DayMoney) {
  return {
    expected: cents(received - refunded + figures.fees + figures.disputes),
    money: cents(figures.net - figures.payouts - figures.unexplained),
  };
}

export function received({ items, shipping, tax, unfulfilled }: Figures): Cents {
  return sumCents([items, shipping, tax, unfulfilled]);
}

export function refunded({ refundedItems, refundedShipping, refundedTax, refundedUnfulfilled }: Figures): Cents {
  return sumCents([refundedItems, refundedShipping, refundedTax, refundedUnfulfilled]);
}
