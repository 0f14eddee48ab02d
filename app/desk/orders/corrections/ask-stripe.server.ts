import { writeAudit } from "~/audit/audit.server";
import { findSessionOfOrder } from "~/checkout/settle/find-session.server";
import { fulfil } from "~/checkout/settle/fulfil.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isStripeAway, isUnknownToStripe } from "~/platform/stripe.server";
import { pursueRefundsOf } from "~/refunds/pursue-refunds.server";

/** What came of asking: the order moved, stayed where it was, or Stripe knows of no payment page that is this order's. */
export type Asked = "now" | "still" | "no-page" | "unknown" | "elsewhere";

/** Asks Stripe for the order's payment and believes it, as a webhook would: what was lost on the way is made up for at once.
 *  Refunds that are under way are asked for too. The problem: Stripe can't be asked now. */
export async function askStripe(orderId: OrderId, by: string): Promise<Result<Asked, "unreachable">> {
  const before = await db().order.findUniqueOrThrow({
    where: { id: orderId },
    select: { id: true, state: true, createdAt: true, endsAt: true, stripeSessionId: true },
  });
  const at = await databaseNow(db());
  await writeAudit(db(), { actor: by, action: "order.stripe-asked", subject: `order:${orderId}`, at });
  try {
    const sessionId = before.stripeSessionId ?? (await findSessionOfOrder(before));
    if (!sessionId) return ok("no-page");
    if ((await fulfil(sessionId, `asked by ${by}`)) !== orderId) return ok("elsewhere");
    await pursueRefundsOf(orderId);
  } catch (error) {
    if (isUnknownToStripe(error)) return ok("unknown");
    if (!isStripeAway(error)) throw error;
    log.error({ err: error }, "Stripe could not be asked for an order");
    return failed("unreachable");
  }
  const { state } = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return ok(state === before.state ? "still" : "now");
}
