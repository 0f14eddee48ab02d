import type Stripe from "stripe";
import { href } from "~/addresses/href";
import { failed, ok, type Result } from "~/core/result";
import { type Order, readOrder } from "~/orders/read-order.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { extendHolds } from "~/stock/take-units.server";
import { holdMilliseconds, minimumHoldMilliseconds } from "./hold-time";
import { sessionParameters } from "./session-parameters";

/** Stores the parameters of the order's payment page once; later callers get the same. The page stays open for at least Stripe's 30
 *  minutes, and the order's holds end no earlier than the page. `time-over`: the holds have ended or the order is no longer open. */
export async function storeSessionParameters(
  { id: orderId, idempotencyKey }: Order,
  customer: string | undefined,
): Promise<Result<Stripe.Checkout.SessionCreateParams, { kind: "time-over" }>> {
  return transaction(async (tx) => {
    // Written first: two tabs come one after the other, and the second finds what the first wrote.
    await tx.order.update({ where: { id: orderId }, data: { idempotencyKey, stripeCustomerId: customer } });
    const order = await readOrder(orderId, tx);
    // Also if the order has expired: the same call finds the session Stripe opened for it, which is then closed.
    if (order?.sessionParameters) return ok(order.sessionParameters as unknown as Stripe.Checkout.SessionCreateParams);
    if (order?.state !== "awaiting_payment") return failed({ kind: "time-over" });
    const endsAt = await extendIfShort(tx, order);
    if (!endsAt) return failed({ kind: "time-over" });
    const urls = {
      success: `${shopUrl(href("checkoutDone"))}?session_id={CHECKOUT_SESSION_ID}`,
      cancel: shopUrl(href("checkoutDone", { order: orderId, left: "payment" })),
    };
    const parameters = sessionParameters({ ...order, endsAt }, urls, customer);
    await tx.order.update({
      where: { id: orderId },
      data: { endsAt, sessionParameters: parameters as Prisma.InputJsonObject },
    });
    return ok(parameters);
  });
}

/** Until when the order and its units are held, extended if too little time is left for a payment page; undefined if the units were
 *  already released. */
async function extendIfShort(tx: Queries, { id, endsAt }: Order): Promise<Date | undefined> {
  const at = await databaseNow(tx);
  if (endsAt.getTime() - at.getTime() >= minimumHoldMilliseconds) return endsAt;
  const later = new Date(at.getTime() + holdMilliseconds);
  return (await extendHolds(tx, id, later)) ? later : undefined;
}
