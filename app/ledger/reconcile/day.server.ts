import { writeAudit } from "~/audit/audit.server";
import { boundsOfDay, type Day, dayIn, formatDay } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/outbox.server";
import { readShop } from "~/shop/shop.server";
import { amountOn } from "../entries/entry";
import type { PostedEntry } from "../entries/figures";
import { readEntries, readEntriesByReference } from "../entries/read.server";
import { legsOf, type Movement } from "../post/movement";
import { postMovements, type Waiting } from "../post/movements.server";
import { readMovements } from "../post/read-movements.server";
import { compareDay, type Difference, isHarmless, type Side } from "./compare";
import { findAtStripe } from "./find-at-stripe.server";
import { readReconciled } from "./results.server";

/** Compares Stripe's balance with the ledger for one of the store's days, after posting anything missed, and saves the result.
 *  Staff are alerted once to every difference that needs attention. `by` is the staff member who started it; `time` defaults to the
 *  database's. Don't call it inside a transaction. */
export async function reconcile(day: Day, { by, time }: { by?: string; time?: Date } = {}): Promise<void> {
  const [previous, { timeZone }] = await Promise.all([readReconciled(day), readShop()]);
  const result = await compare(day, timeZone);
  const at = time ?? (await databaseNow(db()));
  const row = { checkedAt: at, ...result };
  // Until the day ends, either side may be slightly behind, so nobody is alerted.
  const hasEndedBy = (instant: Date) => day < dayIn(instant, timeZone);
  const reported = previous && hasEndedBy(previous.checkedAt) ? previous.differences : [];
  const newDifferences = hasEndedBy(at) ? unreported(result.differences, reported) : [];
  try {
    await transaction(async (tx) => {
      if (previous) {
        const where = { day, checkedAt: previous.checkedAt };
        const { count } = await tx.reconciliation.updateMany({ where, data: row });
        // Another process has just done the same and sent the alert.
        if (count === 0) return;
      } else await tx.reconciliation.create({ data: { day, ...row } });
      if (by) await writeAudit(tx, { actor: by, action: "ledger.checked", subject: `ledger:${day}`, at });
      if (newDifferences.length > 0)
        await queueMail(tx, { kind: "staff-alert", payload: { what: alertText(day, newDifferences.length) }, at });
    });
  } catch (error) {
    if (!isDuplicateOf(error, "Reconciliation_pkey")) throw error;
  }
  if (newDifferences.length > 0)
    log.error({ day, differences: newDifferences }, "Stripe's balance and the ledger differ; staff must look");
}

async function compare(day: Day, timeZone: string) {
  const { starts, ends } = boundsOfDay(day, timeZone);
  const movements = await readMovements({ from: starts, until: ends });
  const waiting = await postMovements(movements);
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

/** Entries that don't touch Stripe's balance have no other side. */
function sideOf({ reference, orderId, postings }: PostedEntry): Side[] {
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

/** The differences that staff haven't been alerted to. */
function unreported(differences: Difference[], reported: Difference[]): Difference[] {
  const keyOf = ({ kind, reference }: Difference) => `${kind} ${reference}`;
  const known = new Set(reported.map(keyOf));
  return differences.filter((difference) => !isHarmless(difference) && !known.has(keyOf(difference)));
}

function alertText(day: Day, count: number): string {
  const differences = count === 1 ? "1 difference" : `${count} differences`;
  return `Stripe’s balance and the ledger have ${differences} on ${formatDay(day)}. See that day under Ledger in the staff area.`;
}
