import type { Day } from "~/core/dates";
import { groupBy } from "~/core/group-by";
import { type Cents, formatCents, sumCents } from "~/core/money";
import { amountOn, sumOf } from "../entries/entry";
import { type Figures, figuresOf, moneyOf, type PostedEntry } from "../entries/figures";
import { checkOrder, type LedgerDifference, type Move, type OrderFacts } from "./order";

/** `received` and `refunded` come from the orders' and refunds' tables, `figures` from the ledger. */
export type CheckedDay = { day: Day; received: Cents; refunded: Cents; figures: Figures; isEqual: boolean };

/** The ledger against the orders' and refunds' own tables, which are written by other code than the entries.
 *
 *  For every day, of the store's time zone:
 *  - money received = orders - refunds - fees - disputes, where the money is the change in the account `stripe` except payouts and
 *    from what nothing explains, orders the `receivedCents` of the orders paid that day, refunds the `amountCents` of the refunds
 *    that left that day less those that came back, and fees and disputes their own accounts;
 *  - the `stripe` side of the payments = those orders; the `stripe` side of the refunds and their failures = those refunds.
 *  For every entry: its postings add up to 0, and its order or refund exists.
 *  For every order: see `checkOrder`.
 *  Amounts always come from the tables; only the day comes from the entry, or from the order or refund without one.
 *  `orders` must include every order the entries name, each with all its entries. Never throws. */
export function checkLedger(orders: OrderFacts[], entries: PostedEntry[]) {
  const entriesOf = groupBy(entries, ({ orderId }) => orderId ?? "");
  const byOrder = orders.map((order) => checkOrder(order, entriesOf.get(order.id) ?? []));
  const differences = [
    ...entries.flatMap(unbalanced),
    ...orphans(orders, entries),
    ...byOrder.flatMap((order) => order.differences),
  ];
  const moves = byOrder.flatMap((order) => order.moves);
  const days = new Set([...entries, ...moves].map(({ day }) => day));
  const movesOf = groupBy(moves, ({ day }) => day);
  const onDay = groupBy(entries, ({ day }) => day);
  const checked = [...days].sort().map((day) => checkDay(day, movesOf.get(day) ?? [], onDay.get(day) ?? []));
  return { days: checked, differences: [...differences, ...checked.flatMap(unequal)] };
}

function checkDay(day: Day, moves: Move[], entries: PostedEntry[]): CheckedDay {
  const received = sumCents(moves.map((move) => move.received));
  const refunded = sumCents(moves.map((move) => move.refunded));
  const figures = figuresOf(entries);
  const { expected, money } = moneyOf({ received, refunded, figures });
  const onStripe = (kinds: string[]) =>
    sumCents(entries.filter(({ kind }) => kinds.includes(kind)).map(({ postings }) => amountOn("stripe", postings)));
  const isEqual =
    money === expected && onStripe(["payment"]) === received && onStripe(["refund", "refund_failure"]) === -refunded;
  return { day, received, refunded, figures, isEqual };
}

function unequal({ isEqual, ...checked }: CheckedDay): LedgerDifference[] {
  if (isEqual) return [];
  const { day, received, refunded } = checked;
  const { expected, money } = moneyOf(checked);
  const what = `According to the orders, ${formatCents(received)} came in and ${formatCents(refunded)} was refunded, which leaves ${formatCents(expected)} after fees and disputes; the ledger has ${formatCents(money)}.`;
  return [{ day, about: "The day", what, todo: "The orders below show the cause. Resolve those first." }];
}

function unbalanced({ day, orderId, reference, postings }: PostedEntry): LedgerDifference[] {
  const sum = sumOf(postings);
  if (sum === 0 && postings.length > 0) return [];
  const what =
    postings.length > 0 ? `The two sides of the entry differ by ${formatCents(sum)}.` : "The entry has no amounts.";
  const todo = "The shop never writes such an entry. Ask the database administrator who changed it.";
  return [{ day, orderId: orderId ?? undefined, about: reference, what, todo }];
}

/** Payments and refunds without an order or refund row. */
function orphans(orders: OrderFacts[], entries: PostedEntry[]): LedgerDifference[] {
  const known = new Set(orders.map(({ id }) => id));
  const refunds = new Set(orders.flatMap(({ refunds }) => refunds.map(({ stripeRefundId }) => stripeRefundId)));
  const todo = "Look it up in Stripe. If it belongs to this shop, its order was lost: restore it from the backup.";
  return entries.flatMap(({ kind, day, orderId, reference }) => {
    if (kind !== "payment" && kind !== "refund" && kind !== "refund_failure") return [];
    if (!orderId || !known.has(orderId))
      return [{ day, about: reference, what: "The entry belongs to no order.", todo }];
    const refundId = reference.slice(reference.indexOf(":") + 1);
    if (kind === "payment" || refunds.has(refundId)) return [];
    return [{ day, orderId, about: reference, what: "The entry belongs to no refund of the order.", todo }];
  });
}
