import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isStripeAway } from "~/platform/stripe.server";

/** So often an event fails before it waits for a person. */
const mostAttempts = 12;

/** Counts a failure, and gives the event up after the last one. While Stripe can't be asked nothing is wrong with the event: an
 *  outage of hours must not fill the dead letters. */
export async function noteFailedAttempt(id: string, error: unknown): Promise<void> {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  const [noted] = await db().stripeEvent.updateManyAndReturn({
    where: { id, handledAt: null },
    data: { lastError, ...(isStripeAway(error) ? {} : { attempts: { increment: 1 } }) },
  });
  if (!noted || noted.attempts < mostAttempts || noted.givenUpAt) return;
  const givenUpAt = await databaseNow(db());
  await db().stripeEvent.updateMany({ where: { id, handledAt: null, givenUpAt: null }, data: { givenUpAt } });
  log.error({ event: id, type: noted.type }, "an event is given up; staff must look at it");
}
