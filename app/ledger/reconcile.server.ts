import { writeAudit } from "~/audit/audit.server";
import { boundsOfDay, type Day, dayIn, formatDay } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/outbox.server";
import { readShop } from "~/shop/shop.server";
import { readMovements } from "./balance-transactions.server";
import { bookMovements, type Waiting } from "./book-movements.server";
import { legsOf, type Movement } from "./book-transaction";
import { compareDay, type Difference, isHarmless, type Side } from "./compare";
import { readEntries, readEntriesByReference } from "./entries.server";
import { amountOn } from "./entry";
import type { BookedEntry } from "./figures";
import { findAtStripe } from "./find-at-stripe.server";
import { readReconciled } from "./reconciled.server";

/** Compares Stripe's balance with the ledger over one of the store's days, after booking what was missed, and keeps the result. Staff
 *  get an alert once for every difference that needs somebody. `by` is the staff member who asked; `time` is the database's where
 *  it is not told. Never inside a transaction. */
export async function reconcile(day: Day, { by, time }: { by?: string; time?: Date } = {}): Promise<void> {
  const [previous, { timeZone }] = await Promise.all([readReconciled(day), readShop()]);
  const result = await compare(day, timeZone);
  const at = time ?? (await databaseNow(db()));
  const row = { checkedAt: at, ...result };
  // While the day lasts either side may be a moment behind the other, and nobody is told.
  const hasEndedBy = (instant: Date) => day < dayIn(instant, timeZone);
  const told = previous && hasEndedBy(previous.checkedAt) ? previous.differences : [];
  const news = hasEndedBy(at) ? newsIn(result.differences, told) : [];
  try {
    await transaction(async (tx) => {
      if (previous) {
        const where = { day, checkedAt: previous.checkedAt };
        const { count } = await tx.reconciliation.updateMany({ where, data: row });
        // Another process has just done the same, and told of what it found.
        if (count === 0) return;
      } else await tx.reconciliation.create({ data: { day, ...row } });
      if (by) await writeAudit(tx, { actor: by, action: "ledger.checked", subject: `ledger:${day}`, at });
      if (news.length > 0)
        await queueMail(tx, { kind: "staff-alert", payload: { what: alertWords(day, news.length) }, at });
    });
  } catch (error) {
    if (!isDuplicateOf(error, "Reconciliation_pkey")) throw error;
  }
  if (news.length > 0) log.error({ day, differences: news }, "Stripe's balance and the ledger differ; staff must look");
}

async function compare(day: Day, timeZone: string) {
  const { starts, ends } = boundsOfDay(day, timeZone);
  const movements = await readMovements({ from: starts, until: ends });
  const waiting = await bookMovements(movements);
  const stripe = movements.flatMap((movement) => sidesOf(movement, waiting.get(movement.id)));
  const ledger = (await readEntries({ from: day, to: day })).flatMap(sideOf);
  const [atStripe, here] = [without(ledger, stripe), without(stripe, ledger)];
  const differences = compareDay(stripe, ledger, {
    atStripe: (await findAtStripe(atStripe)).flatMap((movement) =>
      legsOf(movement).map((leg) => ({ ...leg, day: dayIn(movement.at, timeZone) })),
    ),
    here: (await readEntriesByReference(here)).flatMap((entry) =>
      sideOf(entry).map((side) => ({ ...side, day: entry.day })),
    ),
  });
  return { stripeCents: sum(stripe), ledgerCents: sum(ledger), differences };
}

function sidesOf(movement: Movement, waiting: Waiting | undefined): Side[] {
  return legsOf(movement).map((leg) => ({ ...leg, ...waiting }));
}

/** Entries that leave Stripe's balance alone have no other side. */
function sideOf({ reference, orderId, postings }: BookedEntry): Side[] {
  const cents = amountOn("stripe", postings);
  return cents === 0 ? [] : [{ reference, cents, orderId: orderId ?? undefined }];
}

function without(sides: Side[], others: Side[]): string[] {
  const known = new Set(others.map(({ reference }) => reference));
  return sides.flatMap(({ reference }) => (known.has(reference) ? [] : [reference]));
}

function sum(sides: Side[]): number {
  return sides.reduce((total, { cents }) => total + cents, 0);
}

/** What nobody was told of before. */
function newsIn(differences: Difference[], told: Difference[]): Difference[] {
  const keyOf = ({ kind, reference }: Difference) => `${kind} ${reference}`;
  const known = new Set(told.map(keyOf));
  return differences.filter((difference) => !isHarmless(difference) && !known.has(keyOf(difference)));
}

function alertWords(day: Day, count: number): string {
  const differences = count === 1 ? "a difference" : `${count} differences`;
  return `Stripe’s balance and the ledger have ${differences} on ${formatDay(day)}: see the day under Ledger among the staff’s screens.`;
}
