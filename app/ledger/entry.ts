import type { OrderId } from "~/core/ids";
import { type Cents, cents, sumCents } from "~/core/money";
import type { Account } from "./accounts";

export type Posting = { account: Account; amount: Cents };
export type LedgerKind = "payment" | "fee" | "refund" | "refund_failure" | "dispute" | "payout" | "adjustment";

/** Money that moved, in cents; `postings` add up to 0. `reference` is the fact at Stripe, so that writing twice is impossible. */
export type Entry = {
  kind: LedgerKind;
  reference: string;
  orderId?: OrderId;
  at: Date;
  memo?: string;
  postings: Posting[];
};

/** What a payment or a refund is for, in cents. */
export type Parts = { items: Cents; shipping: Cents; tax: Cents };
type Fact = { id: string; orderId?: OrderId; at: Date };

/** A buyer's payment for an order that was fulfilled, or (with `unfulfilled`) for one that was not. */
export function paymentEntry(charge: Fact, { items, shipping, tax }: Parts): Entry {
  return entry("payment", `payment:${charge.id}`, charge, [
    { account: "stripe", amount: sumOfParts({ items, shipping, tax }) },
    { account: "items", amount: cents(-items) },
    { account: "shipping", amount: cents(-shipping) },
    { account: "tax", amount: cents(-tax) },
  ]);
}

/** A payment that fulfils nothing: too late, or not what was asked for. It is owed back. */
export function unfulfilledPaymentEntry(charge: Fact, amount: Cents): Entry {
  return entry("payment", `payment:${charge.id}`, charge, [
    { account: "stripe", amount },
    { account: "unfulfilled", amount: cents(-amount) },
  ]);
}

/** A payment that was kept as unfulfilled and for which a person fulfilled the order after all. */
export function acceptedPaymentEntry(charge: Fact, { items, shipping, tax }: Parts): Entry {
  return entry("adjustment", `accepted:${charge.id}`, charge, [
    { account: "unfulfilled", amount: sumOfParts({ items, shipping, tax }) },
    { account: "items", amount: cents(-items) },
    { account: "shipping", amount: cents(-shipping) },
    { account: "tax", amount: cents(-tax) },
  ]);
}

/** What Stripe kept of a balance transaction, `txn_…`. */
export function feeEntry(transaction: Fact, amount: Cents): Entry {
  return entry("fee", `fee:${transaction.id}`, transaction, [
    { account: "fees", amount },
    { account: "stripe", amount: cents(-amount) },
  ]);
}

/** Money on its way back to a buyer, `re_…`. */
export function refundEntry(refund: Fact, { items, shipping, tax }: Parts, fulfilled: boolean): Entry {
  const whole = sumOfParts({ items, shipping, tax });
  return entry("refund", `refund:${refund.id}`, refund, [
    ...(fulfilled ? given({ items, shipping, tax }) : [{ account: "unfulfilled" as const, amount: whole }]),
    { account: "stripe", amount: cents(-whole) },
  ]);
}

/** A refund that the bank sent back: the opposite of its entry. */
export function refundFailureEntry(refund: Fact, amounts: Parts, fulfilled: boolean): Entry {
  const { postings } = refundEntry(refund, amounts, fulfilled);
  return entry(
    "refund_failure",
    `refund_failure:${refund.id}`,
    refund,
    postings.map(({ account, amount }) => ({ account, amount: cents(-amount) })),
  );
}

/** Stripe takes a disputed amount out of the balance (negative) or puts it back (positive); its fee is an entry of its own. */
export function disputeEntry(transaction: Fact, amount: Cents): Entry {
  return entry("dispute", `dispute:${transaction.id}`, transaction, [
    { account: "stripe", amount },
    { account: "disputes", amount: cents(-amount) },
  ]);
}

/** From Stripe's balance to the bank. */
export function payoutEntry(payout: Fact, amount: Cents): Entry {
  return entry("payout", `payout:${payout.id}`, payout, [
    { account: "bank", amount },
    { account: "stripe", amount: cents(-amount) },
  ]);
}

/** A payout that the bank sent back, or that was called off. */
export function payoutReturnEntry(payout: Fact, amount: Cents): Entry {
  return entry("payout", `payout_return:${payout.id}`, payout, [
    { account: "stripe", amount },
    { account: "bank", amount: cents(-amount) },
  ]);
}

/** A movement of Stripe's balance that no rule of ours explains; `memo` is what Stripe says of it. */
export function unexplainedEntry(reference: string, fact: Omit<Fact, "id">, amount: Cents, memo: string): Entry {
  const postings: Posting[] = [
    { account: "stripe", amount },
    { account: "unexplained", amount: cents(-amount) },
  ];
  return { ...entry("adjustment", reference, { ...fact, id: reference }, postings), memo };
}

function given({ items, shipping, tax }: Parts): Posting[] {
  return [
    { account: "items", amount: items },
    { account: "shipping", amount: shipping },
    { account: "tax", amount: tax },
  ];
}

function entry(kind: LedgerKind, reference: string, { orderId, at }: Fact, postings: Posting[]): Entry {
  return { kind, reference, orderId, at, postings: postings.filter(({ amount }) => amount !== 0) };
}

export function sumOfParts({ items, shipping, tax }: Parts): Cents {
  return sumCents([items, shipping, tax]);
}

/** What an entry does to an account. */
export function amountOn(account: Account, postings: Posting[]): Cents {
  return sumOf(postings.filter((posting) => posting.account === account));
}

/** 0 where an entry is in balance. */
export function sumOf(postings: Posting[]): Cents {
  return sumCents(postings.map(({ amount }) => amount));
}
