import type { Day } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { type Cents, cents, formatCents, noCents } from "~/core/money";
import { type Account, accounts } from "../entries/accounts";
import { amountOn, type Parts, refundEntry } from "../entries/entry";
import type { PostedEntry } from "../entries/figures";

/** The orders' own tables, in cents. `day` is for an order without entries: the store's day of its payment, or of the order itself. */
export type OrderFacts = Parts & {
  id: OrderId;
  number: number | null;
  day: Day;
  receivedCents: Cents;
  refundedCents: Cents;
  refunds: RefundFacts[];
};
export type RefundFacts = Parts & {
  stripeRefundId: string | null;
  state: "requested" | "pending" | "succeeded" | "failed";
  amountCents: Cents;
  /** Whether it reverses a sale, rather than a payment that fulfilled nothing. */
  isFulfilled: boolean;
  /** The store's day on which it became final, or was requested. */
  day: Day;
};

/** What is wrong, and what staff can do about it. */
export type LedgerDifference = { day: Day; orderId?: OrderId; about: string; what: string; todo: string };

/** What came in or was refunded on a day, by an order or a refund. */
export type Move = { day: Day; received: Cents; refunded: Cents };

/** Checks one order against its entries: the payment is posted with its parts, every refund once and every failed one reversed, and
 *  `refundedCents` is the sum of the refunds that didn't fail. `moves` is what came in and went out by the order and its refunds,
 *  on the ledger's days. */
export function checkOrder(
  order: OrderFacts,
  entries: PostedEntry[],
): { moves: Move[]; differences: LedgerDifference[] } {
  const refunds = order.refunds.map((refund) => checkRefund(order, refund, entries));
  return {
    moves: [...paymentMoves(order, entries), ...refunds.flatMap(({ moves }) => moves)],
    differences: [
      ...checkPayment(order, entries),
      ...refunds.flatMap(({ differences }) => differences),
      ...checkRefundedSum(order),
    ],
  };
}

function paymentMoves({ day, receivedCents }: OrderFacts, entries: PostedEntry[]): Move[] {
  if (receivedCents === 0) return [];
  const payment = entries.find(({ kind }) => kind === "payment");
  return [{ day: payment?.day ?? day, received: receivedCents, refunded: noCents }];
}

function checkPayment(order: OrderFacts, entries: PostedEntry[]): LedgerDifference[] {
  const payments = entries.filter(({ kind }) => kind === "payment");
  const day = payments[0]?.day ?? order.day;
  const posted = payments.reduce((sum, { postings }) => sum + amountOn("stripe", postings), 0);
  const differ = (what: string, todo: string) => [{ day, orderId: order.id, about: nameOf(order), what, todo }];
  if (payments.length === 0 && order.receivedCents > 0)
    return differ(
      `${formatCents(order.receivedCents)} came in, but no payment is recorded.`,
      "Check the day again to record what Stripe has. If this doesn’t go away, Stripe doesn’t know the payment.",
    );
  if (posted !== order.receivedCents)
    return differ(
      `The order received ${formatCents(order.receivedCents)}; the ledger has ${formatCents(posted)}.`,
      "Compare with the payment in Stripe. If Stripe has more, refund the rest there.",
    );
  return checkParts(order, entries).flatMap((what) =>
    differ(what, "The totals agree, but not what they were for. Tell the shop’s administrator."),
  );
}

/** A payment is split like the order; the payment for an unfulfilled order is owed back in full. */
function checkParts(order: OrderFacts, entries: PostedEntry[]): string[] {
  const postings = entries
    .filter(({ kind, reference }) => kind === "payment" || reference.startsWith("accepted:"))
    .flatMap((entry) => entry.postings);
  const { items, shipping, tax } = order.number === null ? { items: 0, shipping: 0, tax: 0 } : order;
  const unfulfilled = order.receivedCents - items - shipping - tax;
  const parts = Object.entries({ items, shipping, tax, unfulfilled }) as [Account, number][];
  return parts.flatMap(([account, cents]) => {
    const posted = -amountOn(account, postings);
    if (posted === cents || order.receivedCents === 0) return [];
    return [
      `Of the payment, ${formatCents(posted)} is recorded as “${accounts[account]}” instead of ${formatCents(cents)}.`,
    ];
  });
}

function checkRefund(order: OrderFacts, refund: RefundFacts, entries: PostedEntry[]) {
  const { stripeRefundId, state, amountCents } = refund;
  const left = entries.find(({ reference }) => reference === `refund:${stripeRefundId}`);
  const back = entries.find(({ reference }) => reference === `refund_failure:${stripeRefundId}`);
  const out = left ? -amountOn("stripe", left.postings) : 0;
  const returned = back ? amountOn("stripe", back.postings) : 0;
  // A pending refund may or may not have left Stripe's balance yet.
  const isRight = state === "pending" && !left ? returned === 0 : out - returned === (isGone(refund) ? amountCents : 0);
  const difference = {
    day: left?.day ?? refund.day,
    orderId: order.id,
    about: `${nameOf(order)}, refund ${stripeRefundId ?? "without a Stripe ID"}`,
    what: `The refund of ${formatCents(amountCents)} is “${state}”, but the ledger has ${formatCents(out)} going out and ${formatCents(returned)} coming back.`,
    todo: "Check the day again to record what Stripe has. If this doesn’t go away, compare with the refund in Stripe.",
  };
  const differences = isRight ? wrongParts(refund, left, back).map((what) => ({ ...difference, what })) : [difference];
  return { moves: refundMoves(refund, left, back), differences };
}

/** A refund reverses what was paid for; a returned refund must restore every account exactly. */
function wrongParts({ isFulfilled, ...refund }: RefundFacts, left?: PostedEntry, back?: PostedEntry): string[] {
  if (!left) return [];
  const expected = back ? left.postings : refundEntry({ id: "", at: left.at }, refund, isFulfilled).postings;
  const sign = back ? -1 : 1;
  const parts = ["items", "shipping", "tax", "unfulfilled"] as const;
  return parts.flatMap((account) => {
    const [posted, cents] = [amountOn(account, (back ?? left).postings), sign * amountOn(account, expected)];
    if (posted - cents === 0) return [];
    const what = back ? "returned refund" : "refund";
    return [
      `Of the ${what}, ${formatCents(posted)} is recorded as “${accounts[account]}” instead of ${formatCents(cents)}.`,
    ];
  });
}

function refundMoves(refund: RefundFacts, left?: PostedEntry, back?: PostedEntry): Move[] {
  const move = (day: string, refunded: Cents) => ({ day, received: noCents, refunded });
  const { state, amountCents, day } = refund;
  if (state === "succeeded" || (state === "pending" && left)) return [move(left?.day ?? day, amountCents)];
  if (state === "failed" && left) return [move(left.day, amountCents), move(back?.day ?? day, cents(-amountCents))];
  return [];
}

function isGone({ state }: RefundFacts): boolean {
  return state === "succeeded" || state === "pending";
}

function checkRefundedSum(order: OrderFacts): LedgerDifference[] {
  const sum = order.refunds
    .filter(({ state }) => state !== "failed")
    .reduce((total, { amountCents }) => total + amountCents, 0);
  if (sum === order.refundedCents) return [];
  const what = `The order counts ${formatCents(order.refundedCents)} as refunded, but its refunds add up to ${formatCents(sum)}.`;
  const todo = "Ask the shop’s administrator before you refund any more of this order.";
  return [{ day: order.day, orderId: order.id, about: nameOf(order), what, todo }];
}

function nameOf({ id, number }: OrderFacts): string {
  return number === null ? `Order ${id} (not fulfilled)` : `Order ${number}`;
}
