import { writeAudit } from "~/audit/audit.server";
import { findSessionOfOrder } from "~/checkout/settle/find-session.server";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isStripeUnavailable, isUnknownToStripe } from "~/platform/stripe.server";
import { processRefundsOfOrder } from "~/refunds/process/process.server";

/** The outcome: the order changed (`now`), did not (`still`), or Stripe has no payment page that belongs to it. */
export type AskStripeResult = "now" | "still" | "no-page" | "unknown" | "elsewhere";

/** Fetches the order's payment from Stripe and applies it, as a webhook would, to make up for lost events. Also processes the
 *  order's pending refunds. Fails if Stripe can't be reached. */
export async function askStripe(orderId: OrderId, by: string): Promise<Result<AskStripeResult, "unreachable">> {
  const before = await db().order.findUniqueOrThrow({
    where: { id: orderId },
    select: { id: true, state: true, createdAt: true, endsAt: true, stripeSessionId: true },
  });
  const at = await databaseNow(db());
  await writeAudit(db(), { actor: by, action: "order.stripe-asked", subject: `order:${orderId}`, at });
  try {
    const sessionId = before.stripeSessionId ?? (await findSessionOfOrder(before));
    if (!sessionId) return ok("no-page");
    if ((await reconcileWithStripe(sessionId, `checked by ${by}`)) !== orderId) return ok("elsewhere");
    await processRefundsOfOrder(orderId);
  } catch (error) {
    if (isUnknownToStripe(error)) return ok("unknown");
    if (!isStripeUnavailable(error)) throw error;
    log.error({ err: error }, "Stripe could not be reached for an order");
    return failed("unreachable");
  }
  const { state } = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return ok(state === before.state ? "still" : "now");
}
