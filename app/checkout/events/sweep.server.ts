import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { stripe } from "~/platform/stripe.server";
import { closeUnpaidOrder } from "../settle/close-unpaid.server";
import { reconcileWithStripe } from "../settle/reconcile.server";
import { handledEvents, handleEvent } from "./handle.server";

const minute = 60_000;
/** How far back a sweep looks at most, and the first one after a start. Stripe's list covers 30 days. */
const maximumLookbackMinutes = 3 * 24 * 60;
/** Events can be listed late, and clocks differ. */
const overlapMinutes = 60;

/** Until when all events have been found and handled. */
let doneUntil: Date | undefined;

/** Handles events that no webhook delivered: lost, or sent while the shop was down. `time` defaults to the database's. */
export async function sweepEvents(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const earliest = at.getTime() - maximumLookbackMinutes * minute;
  const since = doneUntil ? Math.max(earliest, doneUntil.getTime() - overlapMinutes * minute) : earliest;
  const gte = Math.floor(since / 1000);
  const missed = [];
  for await (const event of stripe().events.list({ types: [...handledEvents], created: { gte }, limit: 100 }))
    if (!(await isFinished(event.id))) missed.push(event);
  let isDone = true;
  // Stripe lists newest first.
  for (const event of missed.reverse()) {
    try {
      await handleEvent(event);
    } catch (error) {
      // One event that can't be handled now must not delay the others; the next sweep retries it.
      isDone = false;
      log.error({ err: error, type: event.type, event: event.id }, "a missed event could not be handled");
    }
  }
  if (isDone) doneUntil = at;
}

/** Handled, or given up until a person reviews it. */
async function isFinished(id: string): Promise<boolean> {
  const known = await db().stripeEvent.findUnique({ where: { id }, select: { handledAt: true, givenUpAt: true } });
  return known?.handledAt != null || known?.givenUpAt != null;
}

/** Closes expired orders, after checking with Stripe. Nothing depends on this: an expired hold already counts as free. */
export async function sweepOrders(): Promise<void> {
  const at = await databaseNow(db());
  const overdue = await db().order.findMany({
    where: { state: "awaiting_payment", endsAt: { lt: new Date(at.getTime() - minute) } },
    orderBy: { endsAt: "asc" },
    select: { id: true },
    take: 50,
  });
  for (const { id } of overdue) await withoutHoldingUp(() => closeUnpaidOrder(id, "sweep"));
  const processing = await db().order.findMany({
    where: { state: "processing", endsAt: { lt: at } },
    select: { stripeSessionId: true },
  });
  for (const { stripeSessionId } of processing)
    if (stripeSessionId) await withoutHoldingUp(() => reconcileWithStripe(stripeSessionId, "sweep"));
}

/** One order that fails must not delay the others; the next sweep retries it. */
async function withoutHoldingUp(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, "an order could not be swept");
  }
}
