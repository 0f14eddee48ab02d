import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isStripeUnavailable } from "~/platform/stripe.server";

/** How often an event can fail before it waits for a person. */
const maximumAttempts = 12;

/** Counts a failure, and gives up the event after the last one. A failure to reach Stripe doesn't count: an outage of hours must not
 *  fill staff's list of failed messages. */
export async function recordFailedAttempt(id: string, error: unknown): Promise<void> {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  const [noted] = await db().stripeEvent.updateManyAndReturn({
    where: { id, handledAt: null },
    data: { lastError, ...(isStripeUnavailable(error) ? {} : { attempts: { increment: 1 } }) },
  });
  if (!noted || noted.attempts < maximumAttempts || noted.givenUpAt) return;
  const givenUpAt = await databaseNow(db());
  await db().stripeEvent.updateMany({ where: { id, handledAt: null, givenUpAt: null }, data: { givenUpAt } });
  log.error({ event: id, type: noted.type }, "an event was given up; staff must review it");
}
