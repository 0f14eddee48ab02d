import type { OrderId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockShop } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/outbox.server";
import type { Entry } from "../entries/entry";
import { postEntry } from "../entries/post.server";
import { readEntriesByReference } from "../entries/read.server";
import { entriesForMovement, legsOf, type Movement, type MovementFacts } from "./movement";
import { readMovementFacts } from "./movement-facts.server";

export type Waiting = { why: string; orderId?: OrderId };

/** Posts what isn't posted yet, in the given sequence. Returns what couldn't be posted and why, by transaction id; one failure
 *  doesn't block the others. */
export async function postMovements(movements: Movement[]): Promise<Map<string, Waiting>> {
  const waiting = new Map<string, Waiting>();
  const entries = await readEntriesByReference(movements.flatMap(legsOf).map(({ reference }) => reference));
  const posted = new Set(entries.map(({ reference }) => reference));
  for (const movement of movements) {
    if (legsOf(movement).every(({ reference }) => posted.has(reference))) continue;
    try {
      const waitsFor = await post(movement);
      if (waitsFor) waiting.set(movement.id, waitsFor);
    } catch (error) {
      waiting.set(movement.id, { why: "It couldn’t be recorded. The log says why." });
      log.error({ err: error, transaction: movement.id }, "a movement of Stripe's balance could not be posted");
    }
  }
  return waiting;
}

async function post(movement: Movement): Promise<Waiting | undefined> {
  const known = await readMovementFacts(movement);
  const { entries, waitsFor } = entriesForMovement(movement, known);
  const waiting = (why: string | undefined) => (why ? { why, orderId: known.order?.id } : undefined);
  try {
    const isLocked = await transaction(async (tx) => {
      if (!(await lock(tx, movement, known, entries))) return false;
      for (const entry of entries) if (await postEntry(tx, entry)) await alertStaffOfUnexplained(tx, entry);
      return true;
    });
    return waiting(isLocked ? waitsFor : "The order changed in the meantime.");
  } catch (error) {
    // Another process has just posted it.
    if (!isDuplicateOf(error, "LedgerEntry_reference_key")) throw error;
    return waiting(waitsFor);
  }
}

/** Locks the order, so fulfillment, refunds, and this job wait for each other; without an order, locks the shop. False if the
 *  order has changed since it was read. */
async function lock(
  tx: Queries,
  { source, amount }: Movement,
  { order }: MovementFacts,
  entries: Entry[],
): Promise<boolean> {
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

async function alertStaffOfUnexplained(tx: Queries, { reference, memo, postings }: Entry): Promise<void> {
  if (!postings.some(({ account }) => account === "unexplained")) return;
  const at = await databaseNow(tx);
  const what = `Stripe moved money that the shop can’t explain (${memo}; ${reference}). See Ledger in the staff area.`;
  await queueMail(tx, { kind: "staff-alert", payload: { what }, at });
}
