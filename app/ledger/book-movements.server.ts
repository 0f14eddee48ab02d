import type { OrderId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockShop } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/outbox.server";
import { bookTransaction, type Known, legsOf, type Movement } from "./book-transaction";
import { readEntriesByReference } from "./entries.server";
import type { Entry } from "./entry";
import { readKnown } from "./known.server";
import { postEntry } from "./post-entry.server";

export type Waiting = { why: string; orderId?: OrderId };

/** Books what is not booked yet, in the order told. Answers what could not be booked and why, by the transactions' ids; one of them
 *  holds up no other. */
export async function bookMovements(movements: Movement[]): Promise<Map<string, Waiting>> {
  const waiting = new Map<string, Waiting>();
  const entries = await readEntriesByReference(movements.flatMap(legsOf).map(({ reference }) => reference));
  const booked = new Set(entries.map(({ reference }) => reference));
  for (const movement of movements) {
    if (legsOf(movement).every(({ reference }) => booked.has(reference))) continue;
    try {
      const waitsFor = await book(movement);
      if (waitsFor) waiting.set(movement.id, waitsFor);
    } catch (error) {
      waiting.set(movement.id, { why: "It could not be booked; the log says why." });
      log.error({ err: error, transaction: movement.id }, "a movement of Stripe's balance could not be booked");
    }
  }
  return waiting;
}

async function book(movement: Movement): Promise<Waiting | undefined> {
  const known = await readKnown(movement);
  const { entries, waitsFor } = bookTransaction(movement, known);
  const waiting = (why: string | undefined) => (why ? { why, orderId: known.order?.id } : undefined);
  try {
    const isLocked = await transaction(async (tx) => {
      if (!(await lock(tx, movement, known, entries))) return false;
      for (const entry of entries) if (await postEntry(tx, entry)) await tellOfUnexplained(tx, entry);
      return true;
    });
    return waiting(isLocked ? waitsFor : "The order was changed meanwhile.");
  } catch (error) {
    // Another process has just booked it.
    if (!isDuplicateOf(error, "LedgerEntry_reference_key")) throw error;
    return waiting(waitsFor);
  }
}

/** Locks the order with what is written to it, so that fulfilment, refunds and this wait for each other; where there is none, the shop.
 *  False where the order is not as it was read. */
async function lock(tx: Queries, { source, amount }: Movement, { order }: Known, entries: Entry[]): Promise<boolean> {
  if (!order || !source) {
    await lockShop(tx);
    return true;
  }
  const isPayment = entries.some(({ kind }) => kind === "payment");
  const facts = isPayment ? { stripeChargeId: source.id } : {};
  const isOld = isPayment && order.receivedCents === 0;
  const { count } = await tx.order.updateMany({
    where: { id: order.id, receivedCents: order.receivedCents, ...(isOld ? { state: "attention" } : {}) },
    data: { ...facts, receivedCents: isOld ? amount : order.receivedCents },
  });
  return count > 0;
}

async function tellOfUnexplained(tx: Queries, { reference, memo, postings }: Entry): Promise<void> {
  if (!postings.some(({ account }) => account === "unexplained")) return;
  const at = await databaseNow(tx);
  const what = `Stripe moved money that the shop can’t explain (${memo}; ${reference}): see Ledger among the staff’s screens.`;
  await queueMail(tx, { kind: "staff-alert", payload: { what }, at });
}
