import type Stripe from "stripe";
import { formatCents } from "~/core/money";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { log } from "~/platform/log.server";

/** Alerts staff, once, to a paid session whose order this database does not have: the order is newer than a restored backup. */
export async function reportUnknownPayment(session: Stripe.Checkout.Session): Promise<void> {
  if (session.payment_status !== "paid" || !session.metadata?.order_id) return;
  log.error({ session: session.id }, "a payment has no order; staff must review it");
  const buyer = session.customer_details?.email ?? session.customer_email ?? "an unknown buyer";
  const what = `${formatCents(session.amount_total ?? 0)} was paid by ${buyer} for an order that doesn't exist here. It may be newer than a restored backup. Find ${session.id} in Stripe's dashboard, then refund it or enter the order again.`;
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
