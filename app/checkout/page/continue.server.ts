import { mailPace } from "~/accounts/mail-pace";
import { tooManyAttempts } from "~/accounts/too-many-attempts";
import { href } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { auditRefusal } from "~/audit/refusal.server";
import { cartCookie } from "~/cart/cart.server";
import { customerKeyOf } from "~/core/email";
import { CartId, type OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { redeemContinueLink } from "~/orders/continue-link.server";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { createNetworkLimit } from "~/platform/limits/rate-limit.server";
import { createSlowdown } from "~/platform/limits/slowdown.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";

type Wait = { kind: "wait"; seconds: number };

// SECURITY 6.3.1: the same limits as for sign-in links.
const mailsPerEmail = createSlowdown("continue-links-of-mailbox", mailPace);
const mailsPerNetwork = createNetworkLimit("continue-links", 20, 60 * 60);
const attemptsPerNetwork = createNetworkLimit("continue-link-attempts", 30, 15 * 60);

/** Queues a link to the open checkout of this address. SECURITY 6.3.8: one row is written whether or not there is one. */
export async function requestContinueLink(
  email: string,
  clientAddress: string,
): Promise<Result<undefined, { message: string; seconds: number }>> {
  const seconds = (await mailsPerNetwork.use(clientAddress)) || (await mailsPerEmail.use(customerKeyOf(email)));
  if (seconds > 0) return failed({ message: tooManyAttempts(seconds), seconds });
  await queueMail(db(), { kind: "continue-checkout", payload: { email }, at: await databaseNow(db()) });
  return ok(undefined);
}

/** SECURITY 65: moves the link's checkout, with what its cart holds, to this browser. The browser it was started in keeps nothing of
 *  it: whoever typed the address may be somebody else. Returns the payment page, or the checkout if it has none yet. */
export async function continueCheckout({
  secret,
  clientAddress,
}: {
  secret: string;
  clientAddress: string;
}): Promise<Result<{ to: string; headers: Headers }, { kind: "over" } | Wait>> {
  const seconds = await attemptsPerNetwork.use(clientAddress);
  if (seconds > 0) return failed({ kind: "wait", seconds });
  const cartId = CartId.parse(newSecret());
  const order = await transaction(async (tx) => {
    const at = await databaseNow(tx);
    const orderId = await redeemContinueLink(tx, secret, at);
    return orderId && (await moveToCart(tx, orderId, cartId, at));
  });
  if (!order) {
    await auditRefusal({ action: "checkout.continue-refused", subject: "order:unknown" });
    return failed({ kind: "over" });
  }
  return ok({ to: order.stripeSessionUrl ?? href("checkout"), headers: await cartCookie(cartId) });
}

/** A new cart, whose id only this browser knows. Undefined if the order has just been paid or has ended. */
async function moveToCart(tx: Queries, orderId: OrderId, cartId: CartId, at: Date) {
  await tx.cart.create({ data: { id: cartId, updatedAt: at } });
  const { cartId: before } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { cartId: true } });
  const { count } = await tx.order.updateMany({
    where: { id: orderId, state: "awaiting_payment", cartId: before },
    data: { cartId },
  });
  if (count === 0 || before === null) return undefined;
  await tx.cartLine.updateMany({ where: { cartId: before }, data: { cartId } });
  await tx.cartCoupon.updateMany({ where: { cartId: before }, data: { cartId } });
  await writeAudit(tx, { actor: "visitor", action: "checkout.continued", subject: `order:${orderId}`, at });
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { stripeSessionUrl: true } });
}
