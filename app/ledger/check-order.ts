import { type Cents, cents, formatCents, noCents } from "~/core/money";
import { type Account, accounts } from "./accounts";
import type { BookDifference, Move, OrderFacts, RefundFacts } from "./check";
import { amountOn, refundEntry } from "./entry";
import type { BookedEntry } from "./figures";

/** One order against its entries: the payment is booked with what it was for, every refund once and every failed one back again, and
 *  `refundedCents` is the sum of the refunds that did not fail. `moves` is what the order and its refunds say that came and
 *  went, on the days on which the ledger has it. */
export function checkOrder(
  order: OrderFacts,
  entries: BookedEntry[],
): { moves: Move[]; differences: BookDifference[] } {
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

function paymentMoves({ day, receivedCents }: OrderFacts, entries: BookedEntry[]): Move[] {
  if (receivedCents === 0) return [];
  const payment = entries.find(({ kind }) => kind === "payment");
  return [{ day: payment?.day ?? day, received: receivedCents, refunded: noCents }];
}

function checkPayment(order: OrderFacts, entries: BookedEntry[]): BookDifference[] {
  const payments = entries.filter(({ kind }) => kind === "payment");
  const day = payments[0]?.day ?? order.day;
  const booked = payments.reduce((sum, { postings }) => sum + amountOn("stripe", postings), 0);
  const differ = (what: string, todo: string) => [{ day, orderId: order.id, about: nameOf(order), what, todo }];
  if (payments.length === 0 && order.receivedCents > 0)
    return differ(
      `${formatCents(order.receivedCents)} came in, but no payment is booked.`,
      "Check the day again: that books what Stripe has. If it stays, Stripe does not know the payment.",
    );
  if (booked !== order.receivedCents)
    return differ(
      `${formatCents(order.receivedCents)} came in by the order, ${formatCents(booked)} by the ledger.`,
      "Compare with the payment in Stripe: if Stripe has more, give the rest back there.",
    );
  return checkParts(order, entries).flatMap((what) =>
    differ(what, "Ask whoever looks after the shop: the totals agree, but not what they were for."),
  );
}

/** What was paid is split as the order is; a payment for an order that was not fulfilled is owed back whole. */
function checkParts(order: OrderFacts, entries: BookedEntry[]): string[] {
  const postings = entries
    .filter(({ kind, reference }) => kind === "payment" || reference.startsWith("accepted:"))
    .flatMap((entry) => entry.postings);
  const { items, shipping, tax } = order.number === null ? { items: 0, shipping: 0, tax: 0 } : order;
  const unfulfilled = order.receivedCents - items - shipping - tax;
  const parts = Object.entries({ items, shipping, tax, unfulfilled }) as [Account, number][];
  return parts.flatMap(([account, cents]) => {
    const booked = -amountOn(account, postings);
    if (booked === cents || order.receivedCents === 0) return [];
    return [
      `Of the payment, ${formatCents(booked)} is booked as “${accounts[account]}” instead of ${formatCents(cents)}.`,
    ];
  });
}

function checkRefund(order: OrderFacts, refund: RefundFacts, entries: BookedEntry[]) {
  const { stripeRefundId, state, amountCents } = refund;
  const left = entries.find(({ reference }) => reference === `refund:${stripeRefundId}`);
  const back = entries.find(({ reference }) => reference === `refund_failure:${stripeRefundId}`);
  const out = left ? -amountOn("stripe", left.postings) : 0;
  const returned = back ? amountOn("stripe", back.postings) : 0;
  // A refund on its way may have left Stripe's balance already, or not.
  const isRight = state === "pending" && !left ? returned === 0 : out - returned === (isGone(refund) ? amountCents : 0);
  const difference = {
    day: left?.day ?? refund.day,
    orderId: order.id,
    about: `${nameOf(order)}, refund ${stripeRefundId ?? "without an id at Stripe"}`,
    what: `The refund of ${formatCents(amountCents)} is ${state}, but the ledger has ${formatCents(out)} gone and ${formatCents(returned)} come back.`,
    todo: "Check the day again: that books what Stripe has. If it stays, compare with the refund in Stripe.",
  };
  const differences = isRight ? wrongParts(refund, left, back).map((what) => ({ ...difference, what })) : [difference];
  return { moves: refundMoves(refund, left, back), differences };
}

/** A refund gives back of what it was paid for; one that came back has to leave every account as it was, no more. */
function wrongParts({ isFulfilled, ...refund }: RefundFacts, left?: BookedEntry, back?: BookedEntry): string[] {
  if (!left) return [];
  const expected = back ? left.postings : refundEntry({ id: "", at: left.at }, refund, isFulfilled).postings;
  const sign = back ? -1 : 1;
  const parts = ["items", "shipping", "tax", "unfulfilled"] as const;
  return parts.flatMap((account) => {
    const [booked, cents] = [amountOn(account, (back ?? left).postings), sign * amountOn(account, expected)];
    if (booked - cents === 0) return [];
    const what = back ? "refund that came back" : "refund";
    return [
      `Of the ${what}, ${formatCents(booked)} is booked as “${accounts[account]}” instead of ${formatCents(cents)}.`,
    ];
  });
}

function refundMoves(refund: RefundFacts, left?: BookedEntry, back?: BookedEntry): Move[] {
  const move = (day: string, refunded: Cents) => ({ day, received: noCents, refunded });
  const { state, amountCents, day } = refund;
  if (state === "succeeded" || (state === "pending" && left)) return [move(left?.day ?? day, amountCents)];
  if (state === "failed" && left) return [move(left.day, amountCents), move(back?.day ?? day, cents(-amountCents))];
  return [];
}

function isGone({ state }: RefundFacts): boolean {
  return state === "succeeded" || state === "pending";
}

function checkRefundedSum(order: OrderFacts): BookDifference[] {
  const sum = order.refunds
    .filter(({ state }) => state !== "failed")
    .reduce((total, { amountCents }) => total + amountCents, 0);
  if (sum === order.refundedCents) return [];
  const what = `${formatCents(order.refundedCents)} count as asked back, but its refunds add up to ${formatCents(sum)}.`;
  const todo = "Ask whoever looks after the shop before anything more of this order is refunded.";
  return [{ day: order.day, orderId: order.id, about: nameOf(order), what, todo }];
}

function nameOf({ id, number }: OrderFacts): string {
  return number === null ? `Order ${id} (not fulfilled)` : `Order ${number}`;
}
