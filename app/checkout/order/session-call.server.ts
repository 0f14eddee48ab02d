import type Stripe from "stripe";
import { failed, ok, type Result } from "~/core/result";
import { orderUrl } from "~/orders/links.server";
import { type Order, readOrder } from "~/orders/read-order.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { env } from "~/platform/env.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { stripe } from "~/platform/stripe.server";
import { extendHolds } from "~/stock/take-units.server";
import type { TaxAddress } from "../tax/preview-tax.server";
import { stripeAddress, stripeShipping } from "../tax/stripe-address";
import { holdMilliseconds, leastHoldMilliseconds } from "./hold-time";
import { isAscii } from "./is-ascii";
import { sessionParameters } from "./session-parameters";

/** Writes down, once, with which parameters the order's payment page is opened; whoever comes later gets the same. The page
 *  stays open for Stripe's 30 minutes at least, and the order's holds end no earlier than the page. The
 *  problem: they have ended already, or the order is not open any more. */
export async function fixParameters(
  { id: orderId, idempotencyKey }: Order,
  customer: string | undefined,
): Promise<Result<Stripe.Checkout.SessionCreateParams, { kind: "time-over" }>> {
  return transaction(async (tx) => {
    // Written first: two tabs come one after the other, and the second finds what the first wrote.
    await tx.order.update({ where: { id: orderId }, data: { idempotencyKey, stripeCustomerId: customer } });
    const order = await readOrder(orderId, tx);
    // Also of an order that was given up: what Stripe opened for it is found by the same call, and closed.
    if (order?.sessionParameters) return ok(order.sessionParameters as unknown as Stripe.Checkout.SessionCreateParams);
    if (order?.state !== "awaiting_payment") return failed({ kind: "time-over" });
    const endsAt = await lastLongEnough(tx, order);
    if (!endsAt) return failed({ kind: "time-over" });
    const addresses = {
      success: `${env().SHOP_URL}/checkout/done?session_id={CHECKOUT_SESSION_ID}`,
      cancel: `${orderUrl(orderId)}?left=payment`,
    };
    const parameters = sessionParameters({ ...order, endsAt }, addresses, customer);
    await tx.order.update({
      where: { id: orderId },
      data: { endsAt, sessionParameters: parameters as Prisma.InputJsonObject },
    });
    return ok(parameters);
  });
}

/** Until when the order and its units are kept: as before, or longer where too little is left of it for a payment page.
 *  Undefined where they were given up already. */
async function lastLongEnough(tx: Queries, { id, endsAt }: Order): Promise<Date | undefined> {
  const at = await databaseNow(tx);
  if (endsAt.getTime() - at.getTime() >= leastHoldMilliseconds) return endsAt;
  const later = new Date(at.getTime() + holdMilliseconds);
  return (await extendHolds(tx, id, later)) ? later : undefined;
}

/** The order's customer at Stripe, by whose address it computes the tax. */
export async function taxCustomer(order: Order, address: TaxAddress): Promise<string> {
  if (order.stripeCustomerId) return order.stripeCustomerId;
  const shipping = stripeShipping(order.shippingAddress);
  const customer = await stripe().customers.create(
    {
      ...(isAscii(order.email) ? { email: order.email } : {}),
      name: order.certificateName,
      address: stripeAddress(address),
      ...(shipping ? { shipping } : {}),
      metadata: { order_id: order.id },
    },
    { idempotencyKey: `customer-${order.id}` },
  );
  return customer.id;
}
