import type Stripe from "stripe";
import { formatCents } from "~/core/money";
import { paymentEntry, unfulfilledPaymentEntry } from "~/ledger/entry";
import { postEntry } from "~/ledger/post-entry.server";
import { moveOrder } from "~/orders/move-order.server";
import { databaseNow, db, type Queries } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { alertStaff } from "~/refunds/order-of-refunds.server";
import { releaseUnits, sellUnits } from "~/stock/take-units.server";
import { enrolBuyer } from "./enrol.server";
import { expireOrder } from "./expire-order.server";
import { judgeSession } from "./judge-session";
import { freeOrder, type Payment, paymentOf } from "./payment";
import { reportUnknownPayment } from "./unknown-payment.server";

/** Brings an order to where Stripe says its session is. Called by webhook, success page and sweep alike; twice, late and
 *  out of order are harmless. Answers the order's id, or undefined where the session is not one of ours. */
export async function fulfil(sessionId: string, cause: string): Promise<string | undefined> {
  const session = await stripe().checkout.sessions.retrieve(sessionId, {
    expand: ["payment_intent.latest_charge"],
  });
  const order = await orderOf(session);
  if (!order) {
    await reportUnknownPayment(session);
    return undefined;
  }
  const verdict = judgeSession(session, order, env().SHOP_MODE === "live");
  switch (verdict.kind) {
    case "open":
      break;
    case "expired":
    case "failed":
      await expireOrder(order.id, cause);
      break;
    case "processing":
      if (session.status === "complete") await startProcessing(order.id, session, cause);
      break;
    case "paid":
      await settle(order.id, cause, paymentOf(session));
      break;
    case "mismatch":
      await raiseAlarm(order.id, verdict.detail, cause, paymentOf(session));
  }
  return order.id;
}

/** PRICING 10: an order that costs nothing skips Stripe and takes the same path. Answers what became of it, "gone" where others
 *  have its units; undefined where it costs something. */
export async function settleFreeOrder(orderId: string): Promise<"paid" | "gone" | undefined> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { totalCents: true } });
  if (order.totalCents > 0) return undefined;
  await settle(orderId, "free order", freeOrder);
  const { state } = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return state === "paid" ? "paid" : "gone";
}

async function orderOf(session: Stripe.Checkout.Session) {
  const byId = session.client_reference_id ?? session.metadata?.order_id;
  const order = byId ? await db().order.findUnique({ where: { id: byId } }) : null;
  if (!order || (order.stripeSessionId !== null && order.stripeSessionId !== session.id)) return undefined;
  return order;
}

async function startProcessing(orderId: string, session: Stripe.Checkout.Session, cause: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const at = await databaseNow(tx);
    await moveOrder(tx, { orderId, to: "processing", at, cause }, { stripeSessionId: session.id });
  });
}

/** What came in all the same is in the books, as owed back, and a person is told. */
async function raiseAlarm(orderId: string, detail: string, cause: string, payment: Payment): Promise<void> {
  log.error({ detail }, "a payment does not match its order; staff must look at it");
  await db().$transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await moveOrder(tx, { orderId, to: "attention", at, cause, detail }, factsOf(payment)))) return;
    await bookUnfulfilled(tx, orderId, payment);
    const what = `${formatCents(payment.receivedCents)} came in and fulfilled nothing: ${detail}. Decide on the order’s page what becomes of it; the buyer waits.`;
    await alertStaff(tx, orderId, what, at);
  });
}

function factsOf({ charge, ...facts }: Payment) {
  return { ...facts, stripeChargeId: charge?.id, cardBrand: charge?.cardBrand, cardLast4: charge?.cardLast4 };
}

class UnitsGone extends Error {}

/** One conditional state change with everything that follows from it, in one transaction. Where units that had gone back
 *  are gone, the payment is refunded and the shopper told (PRICING 6). */
async function settle(orderId: string, cause: string, payment: Payment): Promise<void> {
  try {
    await db().$transaction(async (tx) => {
      const at = await databaseNow(tx);
      if (!(await moveOrder(tx, { orderId, to: "paid", at, cause }, factsOf(payment)))) return;
      if (!(await giveUnits(tx, orderId, at))) throw new UnitsGone();
      await bookPayment(tx, orderId, payment);
    });
  } catch (error) {
    if (!(error instanceof UnitsGone)) throw error;
    // PRICING 10: a free order has nothing to give back but its units.
    if (payment.receivedCents === 0) await expireOrder(orderId, "its units are gone");
    else await refundLate(orderId, cause, payment);
  }
}

/** What a buyer gets for the payment, inside the transaction that moves the order to "paid". False where its units are gone: the
 *  caller must roll its transaction back. */
export async function giveUnits(tx: Queries, orderId: string, at: Date): Promise<boolean> {
  const sold = await sellUnits(tx, orderId);
  if (!sold.ok) return false;
  await numberOrder(tx, orderId, at);
  await enrolBuyer(tx, orderId, at);
  await emptyCart(tx, orderId);
  await queueMail(tx, { kind: "receipt", payload: { orderId }, orderId, at });
  return true;
}

async function refundLate(orderId: string, cause: string, payment: Payment): Promise<void> {
  await db().$transaction(async (tx) => {
    const at = await databaseNow(tx);
    const detail = "paid after the hold's end, and its units are gone";
    const facts = { ...factsOf(payment), refundedCents: payment.receivedCents };
    if (!(await moveOrder(tx, { orderId, to: "refunding", at, cause, detail }, facts))) return;
    await releaseUnits(tx, orderId);
    await bookUnfulfilled(tx, orderId, payment);
    const { itemsCents, shippingCents, taxCents, totalCents } = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
    });
    await tx.refund.create({
      data: {
        orderId,
        kind: "unfulfilled",
        amountCents: totalCents,
        itemsCents,
        shippingCents,
        taxCents,
        reason: detail,
        idempotencyKey: `refund-${newSecret()}`,
        createdAt: at,
      },
    });
    await queueMail(tx, { kind: "late-payment-refunded", payload: { orderId }, orderId, at });
  });
}

async function bookPayment(tx: Queries, orderId: string, { charge }: Payment): Promise<void> {
  if (!charge) return;
  const { itemsCents, shippingCents, taxCents } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  await postEntry(
    tx,
    paymentEntry({ ...charge, orderId }, { items: itemsCents, shipping: shippingCents, tax: taxCents }),
  );
}

async function bookUnfulfilled(tx: Queries, orderId: string, { charge, receivedCents }: Payment): Promise<void> {
  if (charge) await postEntry(tx, unfulfilledPaymentEntry({ ...charge, orderId }, receivedCents));
}

/** SCENARIO 14: a number only with the payment. The shop's row hands out each once. */
async function numberOrder(tx: Queries, orderId: string, at: Date): Promise<void> {
  const { lastOrderNumber } = await tx.shop.update({ where: { id: 1 }, data: { lastOrderNumber: { increment: 1 } } });
  await tx.order.update({ where: { id: orderId }, data: { number: lastOrderNumber, paidAt: at } });
}

/** Takes what was bought, and the codes that were used for it, out of the cart; what was put in meanwhile stays. */
async function emptyCart(tx: Queries, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true } });
  const used = await tx.orderAdjustment.findMany({
    where: { portion: { orderLine: { orderId } }, code: { not: null } },
    select: { code: true },
  });
  const { cartId } = order;
  if (!cartId) return;
  await tx.cartCoupon.deleteMany({ where: { cartId, code: { in: used.flatMap(({ code }) => code ?? []) } } });
  for (const { courseFormatId, quantity } of order.lines) {
    await tx.cartLine.deleteMany({ where: { cartId, courseFormatId, quantity: { lte: quantity } } });
    await tx.cartLine.updateMany({
      where: { cartId, courseFormatId, quantity: { gt: quantity } },
      data: { quantity: { decrement: quantity } },
    });
  }
}
