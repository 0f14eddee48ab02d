import type { OrderId } from "~/core/ids";
import type { Account } from "./accounts";

export type Posting = { account: Account; amount: number };
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
export type Parts = { items: number; shipping: number; tax: number };
type Fact = { id: string; orderId?: OrderId; at: Date };

/** A buyer's payment for an order that was fulfilled, or (with `unfulfilled`) for one that was not. */
export function paymentEntry(charge: Fact, { items, shipping, tax }: Parts): Entry {
  return entry("payment", `payment:${charge.id}`, charge, [
    { account: "stripe", amount: items + shipping + tax },
    { account: "items", amount: -items },
    { account: "shipping", amount: -shipping },
    { account: "tax", amount: -tax },
  ]);
}

/** A payment that fulfils nothing: too late, or not what was asked for. It is owed back. */
export function unfulfilledPaymentEntry(charge: Fact, amount: number): Entry {
  return entry("payment", `payment:${charge.id}`, charge, [
    { account: "stripe", amount },
    { account: "unfulfilled", amount: -amount },
  ]);
}

/** A payment that was kept as unfulfilled and for which a person fulfilled the order after all. */
export function acceptedPaymentEntry(charge: Fact, { items, shipping, tax }: Parts): Entry {
  return entry("adjustment", `accepted:${charge.id}`, charge, [
    { account: "unfulfilled", amount: items + shipping + tax },
    { account: "items", amount: -items },
    { account: "shipping", amount: -shipping },
    { account: "tax", amount: -tax },
  ]);
}

/** What Stripe kept of a balance transaction, `txn_…`. */
export function feeEntry(transaction: Fact, amount: number): Entry {
  return entry("fee", `fee:${transaction.id}`, transaction, [
    { account: "fees", amount },
    { account: "stripe", amount: -amount },
  ]);
}

/** Money on its way back to a buyer, `re_…`. */
export function refundEntry(refund: Fact, { items, shipping, tax }: Parts, fulfilled: boolean): Entry {
  const whole = sumOfParts({ items, shipping, tax });
  return entry("refund", `refund:${refund.id}`, refund, [
    ...(fulfilled ? given({ items, shipping, tax }) : [{ account: "unfulfilled" as const, amount: whole }]),
    { account: "stripe", amount: -whole },
  ]);
}

/** A refund that the bank sent back: the opposite of its entry. */
export function refundFailureEntry(refund: Fact, amounts: Parts, fulfilled: boolean): Entry {
  const { postings } = refundEntry(refund, amounts, fulfilled);
  return entry(
    "refund_failure",
    `refund_failure:${refund.id}`,
    refund,
    postings.map(({ account, amount }) => ({ account, amount: -amount })),
  );
}

/** Stripe takes a disputed amount out of the balance (negative) or puts it back (positive); its fee is an entry of its own. */
export function disputeEntry(transaction: Fact, amount: number): Entry {
  return entry("dispute", `dispute:${transaction.id}`, transaction, [
    { account: "stripe", amount },
    { account: "disputes", amount: -amount },
  ]);
}

/** From Stripe's balance to the bank. */
export function payoutEntry(payout: Fact, amount: number): Entry {
  return entry("payout", `payout:${payout.id}`, payout, [
    { account: "bank", amount },
    { account: "stripe", amount: -amount },
  ]);
}

/** A payout that the bank sent back, or that was called off. */
export function payoutReturnEntry(payout: Fact, amount: number): Entry {
  return entry("payout", `payout_return:${payout.id}`, payout, [
    { account: "stripe", amount },
    { account: "bank", amount: -amount },
  ]);
}

/** A movement of Stripe's balance that no rule of ours explains; `memo` is what Stripe says of it. */
export function unexplainedEntry(reference: string, fact: Omit<Fact, "id">, amount: number, memo: string): Entry {
  const postings: Posting[] = [
    { account: "stripe", amount },
    { account: "unexplained", amount: -amount },
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

export function sumOfParts({ items, shipping, tax }: Parts): number {
  return items + shipping + tax;
}

/** What an entry does to an account. */
export function amountOn(account: Account, postings: Posting[]): number {
  return sumOf(postings.filter((posting) => posting.account === account));
}

/** 0 where an entry is in balance. */
export function sumOf(postings: Posting[]): number {
  return postings.reduce((sum, { amount }) => sum + amount, 0);
}
