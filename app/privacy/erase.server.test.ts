import { beforeEach, expect, test } from "vitest";
import { createSignInLink } from "~/accounts/sign-in-link.server";
import { writeAudit } from "~/audit/audit.server";
import { proveAudit } from "~/audit/prove.server";
import { customerKeyOf } from "~/core/email";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits } from "~/stock/take-units.server";
import { buy, right, take } from "../../tests/support/orders/bought-course";
import { createSampleOrder } from "../../tests/support/orders/sample-order";
import { continueErasures, erasePerson } from "./erase.server";
import { exportPerson } from "./export.server";
import { erased } from "./tombstone.server";

const at = new Date();
let address: string;
let key: ReturnType<typeof customerKeyOf>;
beforeEach(async () => {
  address = `Ada.${newSecret().replaceAll(/\W/g, "")}@Example.com`;
  key = customerKeyOf(address);
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 10_000, perCustomer: null } });
});

let number = 70_000;
beforeEach(() => {
  number += 1000;
});
/** A buyer with an account who passed one course, didn't begin another, and named a colleague. */
async function life() {
  const bought = await buy([{ quantity: 3 }], { name: "Ada Lim", email: address });
  const { orderId, ids, first } = bought;
  await db().enrollment.update({
    where: { id: ids[1] },
    data: { participantName: "Ada Lim", participantEmail: address, participantKey: key },
  });
  await db().enrollment.update({
    where: { id: ids[2] },
    data: { participantName: "Bo Rasp", participantEmail: "bo@example.org", participantKey: "bo@example.org" },
  });
  await take(first, 1, right);
  await db().order.update({
    where: { id: orderId },
    data: {
      ...{ giftMessage: "From Ada", shippingAddress: { name: "Ada Lim", address: { line1: "1 Elm" } } },
      notes: { create: { at, by: "ines@example.com", text: "Ada called" } },
      seats: { create: { position: 0, name: "Bo Rasp", email: "bo@example.org" } },
      refundRequests: {
        create: { at, reason: "Ada’s reason", enrollmentIds: [], state: "declined", answer: "No, Ada" },
      },
      cart: { create: { id: newSecret(), updatedAt: at } },
    },
  });
  const letter = { orderId, payload: {}, createdAt: at, nextAttemptAt: at, sentAt: at };
  await db().outboxMessage.createMany({
    data: [
      { ...letter, kind: "receipt", recipient: address },
      { ...letter, kind: "access", recipient: "bo@example.org" },
    ],
  });
  await writeAudit(db(), {
    ...{ actor: "ines@example.com", action: "order.email-changed", subject: `order:${orderId}`, at },
    ...{ before: { email: "x@example.com" }, after: { email: address } },
  });
  await writeAudit(db(), { actor: key, action: "customer.signed-in", subject: "customer:1", at });
  await createSignInLink(address);
  await db().customer.create({
    data: {
      customerKey: key,
      email: key,
      createdAt: at,
      sessions: { create: { id: newSecret(), createdAt: at, lastSeenAt: at } },
    },
  });
  const sale = await createSampleOrder({ email: address, name: "Ada Lim", state: "paid", number });
  const unpaid = await createSampleOrder({ email: address, name: "Ada Lim" });
  await transaction((tx) => releaseUnits(tx, unpaid));
  await db().order.update({ where: { id: unpaid }, data: { state: "expired" } });
  return { ...bought, sale, unpaid };
}

async function everything(): Promise<string> {
  const parts: string[] = [];
  for await (const part of exportPerson(key)) parts.push(part);
  return parts.join("");
}
const orderOf = (id: string) =>
  db().order.findUniqueOrThrow({
    where: { id },
    include: { notes: true, seats: true, refundRequests: true, enrollments: { orderBy: { unit: "asc" } } },
  });

test("SECURITY 62: the export has all that is held under the address, and no secret", async () => {
  const { orderId, sale, unpaid, first } = await life();
  const text = await everything();
  const data = JSON.parse(text);
  expect(data).toMatchObject({
    addresses: expect.arrayContaining([address, key]),
    account: [{ email: key }],
    sessions: [{}],
    signInLinks: [{}],
    certificates: [{ snapshot: expect.anything() }],
    letters: expect.arrayContaining([expect.objectContaining({ kind: "receipt" })]),
    audit: expect.arrayContaining([expect.objectContaining({ action: "customer.signed-in" })]),
  });
  expect(data.orders.map(({ id }: { id: string }) => id).sort()).toEqual([orderId, sale, unpaid].sort());
  expect(data.courses).toHaveLength(2);
  expect(data.courses.find(({ id }: { id: string }) => id === first).attempts).toHaveLength(1);
  expect(text).toContain("Ada’s reason");
  const { cartId } = await orderOf(orderId);
  for (const secret of [cartId ?? "no cart", "ines@example.com"]) expect(text).not.toContain(secret);
});

test("SECURITY 62: erasing leaves the invoice, the certificate, and the colleague; nothing else names the person", async () => {
  const { orderId, ids, first, sale, unpaid } = await life();
  expect(await erasePerson(key, "ines@example.com")).toEqual({ ok: true, value: { isDone: true } });

  const order = await orderOf(orderId);
  expect(order).toMatchObject({
    email: erased,
    giftMessage: null,
    certificateName: "Ada Lim",
    cartId: null,
    state: "paid",
  });
  expect(order).toMatchObject({ shippingAddress: { name: "Ada Lim" }, notes: [{ text: erased }] });
  expect(order.refundRequests).toMatchObject([{ reason: erased, answer: erased }]);
  expect(order.enrollments.find(({ id }) => id === first)).toMatchObject({
    participantName: "Ada Lim",
    participantKey: key,
  });
  expect(order.enrollments.find(({ id }) => id === ids[1])).toMatchObject({
    participantName: null,
    participantKey: null,
  });
  expect(order.enrollments.find(({ id }) => id === ids[2])).toMatchObject({ participantName: "Bo Rasp" });
  expect(await db().certificate.count({ where: { enrollmentId: first } })).toBe(1);
  expect(await orderOf(unpaid)).toMatchObject({ certificateName: erased, shippingAddress: null, totalCents: 10545 });

  const letters = await db().outboxMessage.findMany({ where: { orderId, kind: { in: ["receipt", "access"] } } });
  expect(letters.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual([
    ["access", "bo@example.org"],
    ["receipt", erased],
  ]);
  for (const left of [
    db().customer.count({ where: { customerKey: key } }),
    db().signInLink.count({ where: { email: key } }),
    db().order.count({ where: { customerKey: key } }),
    db().stockHold.count({ where: { customerKey: key } }),
    db().stockCustomer.count({ where: { customerKey: key } }),
    db().erasure.count({ where: { customerKey: key } }),
    db().auditEntry.count({ where: { actor: { in: [key, address] } } }),
  ])
    expect(await left).toBe(0);
  const changed = await db().auditEntry.findMany({
    where: { subject: `order:${orderId}`, action: "order.email-changed" },
  });
  expect(changed).toMatchObject([{ actor: "ines@example.com", before: null, after: null }]);
  expect((await proveAudit()).broken).toBeUndefined();
  // The units stay counted for one customer.
  const { customerKey } = await db().stockHold.findFirstOrThrow({ where: { orderId: sale } });
  expect(await db().stockCustomer.findMany({ where: { customerKey } })).toMatchObject([{ taken: 1 }]);

  const after = JSON.parse(await everything());
  expect(after).toMatchObject({ orders: [], letters: [], audit: [], account: [], sessions: [], seats: [] });
  const requests = await db().auditEntry.findMany({ where: { action: { startsWith: "privacy." } } });
  expect(JSON.stringify(requests).toLowerCase()).not.toContain(key);
});

test("SECURITY 62: a course that was started stays on record; its links end, and no reminder is sent", async () => {
  const { first } = await buy([{ quantity: 1 }], { name: "Ada Lim", email: address });
  await take(first, 1);
  expect(await erasePerson(key, "customer")).toMatchObject({ ok: true });
  expect(await db().enrollment.findUniqueOrThrow({ where: { id: first }, include: { attempts: true } })).toMatchObject({
    ...{ participantKey: key, linkVersion: 2, attempts: [{ passed: false }] },
  });
  const reminders = await db().outboxMessage.findMany({ where: { kind: "approval-ending" } });
  expect(reminders.filter(({ id }) => id.includes(first)).map(({ sentAt }) => sentAt)).toEqual([
    expect.any(Date),
    expect.any(Date),
  ]);
});

test("SECURITY 62: a learner named by somebody else erases only their own part", async () => {
  const bought = await buy([{ quantity: 2 }], { name: "Kim Ode", email: `${newSecret()}@example.com` });
  const { orderId, second } = bought;
  const learner = { participantName: "Ada Lim", participantEmail: address, participantKey: key };
  await db().enrollment.update({ where: { id: second }, data: learner });
  await db().orderSeat.create({ data: { orderId, position: 0, name: "Ada Lim", email: address } });
  const before = await orderOf(orderId);
  expect(JSON.parse(await everything())).toMatchObject({
    orders: [],
    courses: [{ id: second }],
    seats: [{ email: address }],
  });
  expect(await erasePerson(key, "customer")).toMatchObject({ ok: true });
  const order = await orderOf(orderId);
  expect(order).toMatchObject({
    email: before.email,
    certificateName: "Kim Ode",
    seats: [{ name: erased, email: erased }],
  });
  expect(order.enrollments.map(({ participantName }) => participantName)).toEqual(["Kim Ode", null]);
});

test.each([
  { story: "an open payment page", data: { state: "awaiting_payment" as const }, why: /payment page/ },
  {
    story: "a refund under way",
    data: {
      refunds: { create: { amountCents: 1, itemsCents: 1, reason: "r", idempotencyKey: "a-key", createdAt: at } },
    },
    why: /refund is under way/,
  },
  {
    story: "an open refund request",
    data: { refundRequests: { create: { at, reason: "r", enrollmentIds: [] } } },
    why: /refund request/,
  },
  {
    story: "an open dispute",
    data: {
      disputes: { create: { id: "dp_open", amountCents: 1, reason: "r", status: "needs_response", openedAt: at } },
    },
    why: /dispute/,
  },
])("SECURITY 62: $story postpones it, and nothing is erased", async ({ data, why }) => {
  const { orderId } = await buy([{ quantity: 1 }], { name: "Ada Lim", email: address });
  await db().order.update({ where: { id: orderId }, data });
  expect(await erasePerson(key, "customer")).toMatchObject({
    ok: false,
    problem: [{ why: expect.stringMatching(why) }],
  });
  expect(await orderOf(orderId)).toMatchObject({ email: address, customerKey: key });
});

test("SECURITY 62: the job finishes what doesn’t fit into a request, in any process, even if it is killed several times", async () => {
  await buy([{ quantity: 1 }], { name: "Ada Lim", email: address });
  const letters = Array.from({ length: 450 }, (_, index) => ({
    ...{ id: `${key}-${index}`.replaceAll("@", "."), kind: "staff-alert", payload: {}, recipient: address },
    ...{ createdAt: at, nextAttemptAt: at, sentAt: at },
  }));
  await db().outboxMessage.createMany({ data: letters });
  await db().erasure.create({
    data: { customerKey: key, addresses: [address], requestedAt: at, requestedBy: "customer" },
  });
  for (let rounds = 0; rounds < 20; rounds++) await continueErasures(1);
  expect(await db().erasure.count({ where: { customerKey: key } })).toBe(0);
  expect(await db().outboxMessage.count({ where: { recipient: address } })).toBe(0);
});

test("SECURITY 62: an erasure that fails is tried again and holds up no other", async () => {
  const other = customerKeyOf("bo@example.org");
  const request = { requestedAt: at, requestedBy: "customer" };
  // Its addresses can't be read.
  const broken = await db().erasure.create({ data: { ...request, customerKey: key, addresses: {} } });
  await db().erasure.create({
    data: { ...request, requestedAt: new Date(at.getTime() + 1000), customerKey: other, addresses: [other] },
  });
  await continueErasures();
  expect(await db().erasure.count({ where: { customerKey: other } })).toBe(0);
  expect((await db().erasure.findUniqueOrThrow({ where: { id: broken.id } })).doneAt).toBeNull();
});
