import type Stripe from "stripe";
import { formatCents } from "~/core/money";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { log } from "~/platform/log.server";

/** A paid session that names an order of ours which this database does not know: it was placed after the backup that was
 *  restored. Somebody's money came in, so a person is told, once. */
export async function reportUnknownPayment(session: Stripe.Checkout.Session): Promise<void> {
  if (session.payment_status !== "paid" || !session.metadata?.order_id) return;
  log.error({ session: session.id }, "a payment has no order; staff must look at it");
  const buyer = session.customer_details?.email ?? session.customer_email ?? "an unknown buyer";
  const what = `${formatCents(session.amount_total ?? 0)} was paid by ${buyer}, but there is no such order here (it may be younger than the backup that was restored). Look at ${session.id} in Stripe's dashboard: refund it, or sell the courses again.`;
  const at = now();
  try {
    await db().outboxMessage.create({
      data: {
        id: `unknown-payment:${session.id}`,
        kind: "staff-alert",
        payload: { what },
        createdAt: at,
        nextAttemptAt: at,
      },
    });
  } catch (error) {
    if (!isDuplicateOf(error, "OutboxMessage_pkey")) throw error;
  }
}
