import type { Json } from "~/core/json";
import { requestedKinds } from "~/mail/deliver/retry";
import { recipientOf } from "~/mail/desk/recipient";
import { mailState } from "~/mail/desk/state";
import { letterName } from "~/mail/letters/kinds";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { readShop } from "~/shop/shop.server";

const most = 200;

/** E-mails and Stripe events that were given up or failed at least once, without requested links. */
export const failedEmails: Prisma.OutboxMessageWhereInput = {
  sentAt: null,
  kind: { notIn: requestedKinds },
  OR: [{ givenUpAt: { not: null } }, { lastError: { not: null } }],
};
export const failedEvents: Prisma.StripeEventWhereInput = {
  handledAt: null,
  OR: [{ givenUpAt: { not: null } }, { lastError: { not: null } }],
};

/** All failed messages, oldest first, each with its order if it has one. */
export async function readFailedMessages() {
  const yesterday = new Date((await databaseNow(db())).getTime() - 24 * 60 * 60_000);
  const [shop, unsentLinks, emails, events] = await Promise.all([
    readShop(),
    db().outboxMessage.count({ where: { kind: "sign-in", lastError: { not: null }, createdAt: { gte: yesterday } } }),
    db().outboxMessage.findMany({ where: failedEmails, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: most }),
    db().stripeEvent.findMany({ where: failedEvents, orderBy: [{ receivedAt: "asc" }, { id: "asc" }], take: most }),
  ]);
  const [orders, ordersByObject] = await Promise.all([
    ordersOf(emails.flatMap(({ orderId }) => orderId ?? [])),
    ordersOfObjects(events.flatMap(({ objectId }) => objectId ?? [])),
  ]);
  return {
    timeZone: shop.timeZone,
    /** Sign-in links from the last 24 hours that haven't been sent. */
    unsentLinks,
    emails: emails.map(({ id, kind, payload, recipient, orderId, createdAt, attempts, lastError, ...mail }) => {
      const order = orders.find((other) => other.id === orderId);
      const facts = { email: order?.email ?? "unknown", enrollments: order?.enrollments ?? [] };
      return {
        ...{ id, createdAt, attempts, lastError, name: letterName(kind) },
        isGivenUp: mailState({ ...mail, lastError }) === "given-up",
        nextAttemptAt: mail.nextAttemptAt,
        to: recipientOf({ kind, payload, recipient }, facts, shop.email),
        order: order && { id: order.id, number: order.number },
      };
    }),
    events: events.map(({ id, type, objectId, receivedAt, attempts, lastError, givenUpAt }) => ({
      ...{ id, type, objectId, receivedAt, attempts, lastError },
      isGivenUp: givenUpAt !== null,
      order: ordersByObject.get(objectId ?? ""),
    })),
  };
}
export type FailedMessages = Json<Awaited<ReturnType<typeof readFailedMessages>>>;

function ordersOf(ids: string[]) {
  return db().order.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, number: true, email: true },
      enrollments: { select: { id: true, participantEmail: true } },
    },
  });
}

/** Orders by the id of an event's session, charge, refund, or dispute. */
async function ordersOfObjects(objectIds: string[]) {
  const rows = await db().order.findMany({
    where: {
      OR: [
        { stripeSessionId: { in: objectIds } },
        { stripeChargeId: { in: objectIds } },
        { refunds: { some: { stripeRefundId: { in: objectIds } } } },
        { disputes: { some: { id: { in: objectIds } } } },
      ],
    },
    select: {
      ...{ id: true, number: true, stripeSessionId: true, stripeChargeId: true },
      refunds: { select: { stripeRefundId: true } },
      disputes: { select: { id: true } },
    },
  });
  return new Map(
    rows.flatMap(({ id, number, stripeSessionId, stripeChargeId, refunds, disputes }) =>
      [stripeSessionId, stripeChargeId, ...refunds.map((row) => row.stripeRefundId), ...disputes.map((row) => row.id)]
        .filter((objectId) => objectId !== null)
        .map((objectId) => [objectId, { id, number }] as const),
    ),
  );
}
