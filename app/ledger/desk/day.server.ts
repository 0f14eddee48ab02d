import { z } from "zod";
import { addDays, dayIn } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import type { Json } from "~/core/json";
import { noCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { isFromStripe } from "~/platform/stripe.server";
import { readShop } from "~/shop/shop.server";
import { checkDays } from "../check/days.server";
import { accounts } from "../entries/accounts";
import { amountOn } from "../entries/entry";
import { figuresOf } from "../entries/figures";
import { readEntries } from "../entries/read.server";
import { differenceText } from "../reconcile/compare";
import { reconcile } from "../reconcile/day.server";
import { readReconciled } from "../reconcile/results.server";
import { stateOf } from "./ledger.server";
import { readOrderNames } from "./order-numbers.server";
import { kindNames } from "./spreadsheet";

/** One day of the ledger: its entries, and differences from the orders' tables and Stripe. Throws a 404 for an invalid or future
 *  day. */
export async function readLedgerDay(text: string) {
  const { timeZone } = await readShop();
  const day = requireDay(text, dayIn(now(), timeZone));
  const range = { from: day, to: day };
  const [{ days, differences }, entries, reconciled] = await Promise.all([
    checkDays(range),
    readEntries(range),
    readReconciled(day),
  ]);
  const names = await readOrderNames([...entries, ...differences, ...(reconciled?.differences ?? [])]);
  const order = (orderId?: OrderId | null) => (orderId ? { id: orderId, number: names.get(orderId) } : undefined);
  return {
    day,
    timeZone,
    isRunning: day === dayIn(now(), timeZone),
    before: addDays(day, -1),
    after: addDays(day, 1),
    figures: figuresOf(entries),
    received: days[0]?.received ?? noCents,
    refunded: days[0]?.refunded ?? noCents,
    differences: differences.map(({ orderId, ...difference }) => ({ ...difference, order: order(orderId) })),
    stripe: reconciled && {
      ...reconciled,
      ...stateOf(reconciled),
      differences: reconciled.differences.map((difference) => ({
        reference: difference.reference,
        order: order(difference.orderId),
        ...differenceText(difference),
      })),
    },
    entries: entries.map(({ id, at, kind, reference, orderId, memo, postings }) => ({
      id,
      at,
      kind: kindNames[kind],
      reference,
      memo,
      order: order(orderId),
      parts: postings
        .filter(({ account }) => account !== "stripe")
        .map(({ account, amount }) => ({ name: accounts[account], cents: -amount })),
      cents: amountOn("stripe", postings),
    })),
  };
}
export type LedgerDay = Json<Awaited<ReturnType<typeof readLedgerDay>>>;

/** Compares the day with Stripe at a staff member's request. Throws a 404 like the page. */
export async function checkLedgerDay(text: string, by: string): Promise<Result<undefined, "stripe-away">> {
  const { timeZone } = await readShop();
  const day = requireDay(text, dayIn(now(), timeZone));
  try {
    await reconcile(day, { by });
    return ok(undefined);
  } catch (error) {
    if (!isFromStripe(error)) throw error;
    return failed("stripe-away");
  }
}

function requireDay(text: string, today: string): string {
  const day = z.iso.date().safeParse(text);
  if (!day.success || day.data > today) throw new Response("The ledger doesn’t have this day.", { status: 404 });
  return day.data;
}
