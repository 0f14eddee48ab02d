import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { stripe } from "~/platform/stripe.server";
import { closeOpenOrder } from "../settle/close-order.server";
import { fulfil } from "../settle/fulfil.server";
import { handledEvents, handleEvent } from "./stripe-events.server";

const minute = 60_000;
/** How far back a look goes at most, and the first one after a start; Stripe's list reaches 30 days. */
const longestLookMinutes = 3 * 24 * 60;
/** Events can be listed late, and clocks are two. */
const overlapMinutes = 60;

/** Until when everything was found and handled. */
let doneUntil: Date | undefined;

/** Takes up the events that no webhook brought: lost, or sent while no process was there to answer. `time` is the
 *  database's where it is not told. */
export async function sweepEvents(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const longest = at.getTime() - longestLookMinutes * minute;
  const since = doneUntil ? Math.max(longest, doneUntil.getTime() - overlapMinutes * minute) : longest;
  const gte = Math.floor(since / 1000);
  const missed = [];
  for await (const event of stripe().events.list({ types: [...handledEvents], created: { gte }, limit: 100 }))
    if (!(await isSettled(event.id))) missed.push(event);
  let isDone = true;
  // Stripe lists the newest first.
  for (const event of missed.reverse()) {
    try {
      await handleEvent(event);
    } catch (error) {
      // One that can't be handled now must not hold up the others; it is looked at again next time.
      isDone = false;
      log.error({ err: error, type: event.type, event: event.id }, "a missed event could not be handled");
    }
  }
  if (isDone) doneUntil = at;
}

/** Handled, or given up until a person looks at it. */
async function isSettled(id: string): Promise<boolean> {
  const known = await db().stripeEvent.findUnique({ where: { id }, select: { handledAt: true, givenUpAt: true } });
  return known?.handledAt != null || known?.givenUpAt != null;
}

/** Ends orders whose time is over, by what Stripe says of them. Nothing waits for this: an ended hold counts for nothing
 *  without it. */
export async function sweepOrders(): Promise<void> {
  const at = await databaseNow(db());
  const over = await db().order.findMany({
    where: { state: "awaiting_payment", endsAt: { lt: new Date(at.getTime() - minute) } },
    orderBy: { endsAt: "asc" },
    select: { id: true },
    take: 50,
  });
  for (const { id } of over) await withoutHoldingUp(() => closeOpenOrder(id, "sweep"));
  const processing = await db().order.findMany({
    where: { state: "processing", endsAt: { lt: at } },
    select: { stripeSessionId: true },
  });
  for (const { stripeSessionId } of processing)
    if (stripeSessionId) await withoutHoldingUp(() => fulfil(stripeSessionId, "sweep"));
}

/** One order that can't be settled now must not hold up the others; it is looked at again next time. */
async function withoutHoldingUp(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, "an order could not be swept");
  }
}
