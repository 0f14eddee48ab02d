import { writeAudit } from "~/audit/audit.server";
import { closeOpenOrder } from "~/checkout/settle/close-order.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isStripeAway } from "~/platform/stripe.server";

/** Closes the payment page of an order that waits for payment and gives its units back. Where Stripe says that it was paid,
 *  it is fulfilled instead: the order's state tells what came of it. The problem: Stripe can't be asked now, and the order
 *  stays open. An order that does not wait any more stays as it is. */
export async function cancelOrder(orderId: OrderId, by: string): Promise<Result<void, "unreachable">> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  if (order.state !== "awaiting_payment") return ok(undefined);
  const at = await databaseNow(db());
  await writeAudit(db(), { actor: by, action: "order.cancel-asked", subject: `order:${orderId}`, at });
  try {
    if (!(await closeOpenOrder(orderId, `cancelled by ${by}`))) return failed("unreachable");
  } catch (error) {
    if (!isStripeAway(error)) throw error;
    log.error({ err: error }, "an order could not be cancelled");
    return failed("unreachable");
  }
  return ok(undefined);
}
