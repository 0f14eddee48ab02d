import { writeAudit } from "~/audit/audit.server";
import { closeUnpaidOrder } from "~/checkout/settle/close-unpaid.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isStripeUnavailable } from "~/platform/stripe.server";

/** Closes the payment page of an order awaiting payment and releases its units. If Stripe says it was paid, it is fulfilled
 *  instead; the order's state shows which. Fails, leaving the order open, if Stripe can't be reached. Does nothing to an order
 *  that is no longer awaiting payment. */
export async function cancelOrder(orderId: OrderId, by: string): Promise<Result<void, "unreachable">> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  if (order.state !== "awaiting_payment") return ok(undefined);
  const at = await databaseNow(db());
  await writeAudit(db(), { actor: by, action: "order.cancel-asked", subject: `order:${orderId}`, at });
  try {
    if (!(await closeUnpaidOrder(orderId, `canceled by ${by}`))) return failed("unreachable");
  } catch (error) {
    if (!isStripeUnavailable(error)) throw error;
    log.error({ err: error }, "an order could not be canceled");
    return failed("unreachable");
  }
  return ok(undefined);
}
