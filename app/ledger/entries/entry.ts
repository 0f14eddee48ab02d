import type { OrderId } from "~/core/ids";
import { type Cents, cents, sumCents } from "~/core/money";
import type { Account } from "./accounts";

export type Posting = { account: Account; amount: Cents };
export type LedgerKind = "payment" | "fee" | "refund" | "refund_failure" | "dispute" | "payout" | "adjustment";

/** Money that moved, in cents; `postings` add up to 0. `reference` names the object at Stripe and is unique, so nothing is posted
 *  twice. */
export type Entry = {
  kind: LedgerKind;
  reference: string;
  orderId?: OrderId;
  at: Date;
  memo?: string;
  postings: Posting[];
};

/** What a payment or refund is for, in cents. */
export type Parts = { items: Cents; shipping: Cents; tax: Cents };
type Fact = { id: string; orderId?: OrderId; at: Date };

/** A buyer's payment for a fulfilled order. */
export function paymentEntry(charge: Fact, { items, shipping, tax }: Parts): Entry {
  return entry("payment", `payment:${charge.id}`, charge, [
    { account: "stripe", amount: sumOfParts({ items, shipping, tax }) },
    { account: "items", amount: cents(-items) },
    { account: "shipping", amount: cents(-shipping) },
    { account: "tax", amount: cents(-tax) },
  ]);
}

/** A payment that fulfilled nothing, because it was late or didn't match. It is owed back. */
export function unfulfilledPaymentEntry(charge: Fact, amount: Cents): Entry {
  return entry("payment", `payment:${charge.id}`, charge, [
    { account: "stripe", amount },
    { account: "unfulfilled", amount: cents(-amount) },
  ]);
}

/** A payment first posted as unfulfilled, for an order that staff then fulfilled. */
export function acceptedPaymentEntry(charge: Fact, { items, shipping, tax }: Parts): Entry {
  return entry("adjustment", `accepted:${charge.id}`, charge, [
    { account: "unfulfilled", amount: sumOfParts({ items, shipping, tax }) },
    { account: "items", amount: cents(-items) },
    { account: "shipping", amount: cents(-shipping) },
    { account: "tax", amount: cents(-tax) },
  ]);
}

/** Stripe's fee on a balance transaction, `txn_…`. */
export function feeEntry(transaction: Fact, amount: Cents): Entry {
  return entry("fee", `fee:${transaction.id}`, transaction, [
    { account: "fees", amount },
    { account: "stripe", amount: cents(-amount) },
  ]);
}

/** A refund to a buyer, `re_…`. */
export function refundEntry(refund: Fact, { items, shipping, tax }: Parts, fulfilled: boolean): Entry {
  const whole = sumOfParts({ items, shipping, tax });
  return entry("refund", `refund:${refund.id}`, refund, [
    ...(fulfilled ? given({ items, shipping, tax }) : [{ account: "unfulfilled" as const, amount: whole }]),
    { account: "stripe", amount: cents(-whole) },
  ]);
}

/** A refund returned by the bank: the reverse of its entry. */
export function refundFailureEntry(refund: Fact, amounts: Parts, fulfilled: boolean): Entry {
  const { postings } = refundEntry(refund, amounts, fulfilled);
  return entry(
    "refund_failure",
    `refund_failure:${refund.id}`,
    refund,
    postings.map(({ account, amount }) => ({ account, amount: cents(-amount) })),
  );
}

/** Stripe takes a disputed amount (negative) or returns it (positive); its fee is a separate entry. */
export function disputeEntry(transaction: Fact, amount: Cents): Entry {
  return entry("dispute", `dispute:${transaction.id}`, transaction, [
    { account: "stripe", amount },
    { account: "disputes", amount: cents(-amount) },
  ]);
}

/** A payout from Stripe's balance to the bank. */
export function payoutEntry(payout: Fact, amount: Cents): Entry {
  return entry("payout", `payout:${payout.id}`, payout, [
    { account: "bank", amount },
    { account: "stripe", amount: cents(-amount) },
  ]);
}

/** A payout that was returned by the bank or canceled. */
export function payoutReturnEntry(payout: Fact, amount: Cents): Entry {
  return entry("payout", `payout_return:${payout.id}`, payout, [
    { account: "stripe", amount },
    { account: "bank", amount: cents(-amount) },
  ]);
}

/** A movement of Stripe's balance that no rule explains; `memo` is Stripe's description. */
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

/** An entry's effect on an account. */
export function amountOn(account: Account, postings: Posting[]): Cents {
  return sumOf(postings.filter((posting) => posting.account === account));
}

/** 0 if an entry balances. */
export function sumOf(postings: Posting[]): Cents {
  return sumCents(postings.map(({ amount }) => amount));
}
