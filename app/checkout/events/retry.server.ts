import { writeAudit } from "~/audit/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { isUnknownToStripe, stripe } from "~/platform/stripe.server";
import { type EventHint, handleEvent } from "./handle.server";

/** Retries an event for a staff member who has checked why it failed, and resets its attempts. The problem says why it failed again.
 *  Throws a 404 if it never arrived. */
export async function retryEvent(id: string, by: string): Promise<Result<void, { message: string }>> {
  const known = await db().stripeEvent.findUnique({ where: { id } });
  if (!known) throw new Response("We couldn’t find this event.", { status: 404 });
  if (known.handledAt) return ok(undefined);
  await transaction(async (tx) => {
    await tx.stripeEvent.updateMany({ where: { id, handledAt: null }, data: { attempts: 0, givenUpAt: null } });
    const at = await databaseNow(tx);
    await writeAudit(tx, {
      actor: by,
      action: "event.retried",
      subject: `event:${id}`,
      before: { error: known.lastError },
      at,
    });
  });
  try {
    await handleEvent(await fetchEvent(known));
    return ok(undefined);
  } catch (error) {
    log.error({ err: error, event: id }, "an event failed again");
    return failed({ message: error instanceof Error ? error.message : String(error) });
  }
}

/** Stripe deletes events after 30 days, but we keep the id of an event's object. */
async function fetchEvent({
  id,
  type,
  objectId,
}: {
  id: string;
  type: string;
  objectId: string | null;
}): Promise<EventHint> {
  try {
    return await stripe().events.retrieve(id);
  } catch (error) {
    if (!isUnknownToStripe(error) || !objectId) throw error;
    return { id, type, data: { object: { id: objectId } } };
  }
}
