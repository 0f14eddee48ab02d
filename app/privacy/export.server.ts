import type { CustomerKey } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { addressesOf } from "./person.server";

const pageSize = 100;

type Page = { take: number; orderBy: { id: "asc" } };
type Section = { name: string; read: (page: Page, after: string) => Promise<{ id: string }[]> };

/** SECURITY 62: everything held under the address, as JSON, a page of rows at a time. Without secrets: nothing in it opens anything.
 *  Staff are not named, and of a learner whom somebody else paid for, only that learner's part is in it. */
export async function* exportPerson(customerKey: CustomerKey): AsyncGenerator<string> {
  const addresses = await addressesOf(customerKey);
  yield `{"addresses":${JSON.stringify(addresses)}`;
  for (const { name, read } of sectionsOf(customerKey, addresses)) {
    yield `,\n${JSON.stringify(name)}:[`;
    for (let after = "", isFirst = true; ; ) {
      const rows = await read({ take: pageSize, orderBy: { id: "asc" } }, after);
      for (const row of rows) {
        yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(row)}`;
        isFirst = false;
      }
      const end = rows.at(-1);
      if (!end || rows.length < pageSize) break;
      after = end.id;
    }
    yield "]";
  }
  yield "}\n";
}

function sectionsOf(customerKey: CustomerKey, addresses: string[]): Section[] {
  const named = { in: addresses };
  return [
    {
      name: "account",
      read: (page, after) =>
        db().customer.findMany({
          ...{ ...page, where: { customerKey, id: { gt: after } } },
          select: { id: true, email: true, createdAt: true },
        }),
    },
    {
      name: "sessions",
      read: async (page, after) => {
        const where = { customer: { customerKey }, id: { gt: after } };
        return db().customerSession.findMany({
          ...page,
          where,
          select: { id: true, createdAt: true, lastSeenAt: true },
        });
      },
    },
    {
      name: "signInLinks",
      read: (page, after) =>
        db().signInLink.findMany({
          ...{ ...page, where: { email: customerKey, id: { gt: after } } },
          select: { id: true, createdAt: true, endsAt: true, usedAt: true },
        }),
    },
    { name: "orders", read: (page, after) => readOrders(page, { customerKey, id: { gt: after } }) },
    {
      name: "seats",
      read: async ({ take }, after) => {
        const where = { email: named, ...(after ? { orderId: { gt: after } } : {}) };
        const rows = await db().orderSeat.findMany({ where, orderBy: { orderId: "asc" }, take });
        return rows.map(({ orderId, name, email }) => ({ id: orderId, name, email }));
      },
    },
    {
      name: "courses",
      read: (page, after) =>
        db().enrollment.findMany({
          ...{ ...page, where: { participantKey: customerKey, id: { gt: after } } },
          select: {
            ...{ id: true, participantName: true, participantEmail: true, createdAt: true, passedAt: true },
            ...{ withdrawnAt: true, attemptsUsed: true, course: { select: { title: true } } },
            attempts: {
              orderBy: { number: "asc" },
              select: { number: true, answers: true, correct: true, questions: true, passed: true, submittedAt: true },
            },
          },
        }),
    },
    {
      name: "certificates",
      read: (page, after) =>
        db().certificate.findMany({
          ...{ ...page, where: { enrollment: { participantKey: customerKey }, id: { gt: after } } },
          select: { id: true, number: true, issuedAt: true, snapshot: true },
        }),
    },
    {
      name: "letters",
      read: (page, after) =>
        db().outboxMessage.findMany({
          ...{ ...page, where: { recipient: named, id: { gt: after } } },
          select: { id: true, kind: true, createdAt: true, sentAt: true, recipient: true, orderId: true },
        }),
    },
    {
      name: "audit",
      read: (page, after) =>
        db().auditEntry.findMany({
          ...{ ...page, where: { actor: named, id: { gt: after } } },
          select: {
            ...{ id: true, at: true, action: true, subject: true, before: true, after: true },
            ...{ network: true, device: true },
          },
        }),
    },
  ];
}

async function readOrders(page: Page, where: { customerKey: CustomerKey; id: { gt: string } }) {
  const orders = await db().order.findMany({
    ...{ ...page, where },
    select: {
      ...{ id: true, number: true, state: true, email: true, certificateName: true, purpose: true, giftMessage: true },
      ...{ termsVersion: true, createdAt: true, paidAt: true, cardBrand: true, cardLast4: true, shippingAddress: true },
      ...{ itemsCents: true, shippingCents: true, taxCents: true, totalCents: true, receivedCents: true },
      ...{ refundedCents: true, seats: { select: { name: true, email: true } } },
      lines: { select: { title: true, format: true, quantity: true, totalCents: true } },
      events: { orderBy: { at: "asc" }, select: { at: true, state: true } },
      notes: { orderBy: { at: "asc" }, select: { at: true, text: true } },
      refunds: { select: { createdAt: true, amountCents: true, reason: true, state: true } },
      refundRequests: { select: { at: true, reason: true, state: true, answer: true } },
      disputes: { select: { openedAt: true, amountCents: true, reason: true, status: true, closedAt: true } },
      shipments: { select: { shippedAt: true, carrier: true, trackingNumber: true } },
      cart: { select: { lines: { select: { courseFormatId: true, quantity: true, addedAt: true } } } },
    },
  });
  const changes = await db().auditEntry.findMany({
    where: { subject: { in: orders.map(({ id }) => `order:${id}`) } },
    ...{ orderBy: { at: "asc" }, take: 10 * pageSize },
    select: { at: true, action: true, subject: true, before: true, after: true },
  });
  return orders.map((order) => ({
    ...order,
    changes: changes
      .filter(({ subject }) => subject === `order:${order.id}`)
      .map(({ subject: _, ...change }) => change),
  }));
}
