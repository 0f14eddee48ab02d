import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { until } from "../../../tests/support/until";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { readOverview } from "../home/overview.server";
import { actOnMessage } from "./act.server";
import { readFailedMessages } from "./failed-messages.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());

const by = "ines@example.com";
const at = new Date("2026-11-01T12:00:00Z");

async function act(kind: string, id: string, reason?: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ act: kind, id, reason })) if (value !== undefined) form.set(name, value);
  return actOnMessage(form, by);
}

/** An undeliverable receipt. */
async function failedEmail() {
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com`, state: "paid", number: number() });
  const { id } = await db().outboxMessage.create({
    data: {
      ...{ kind: "receipt", payload: { orderId }, orderId, createdAt: at, nextAttemptAt: new Date("2100-01-01") },
      ...{ attempts: 9, lastError: "550 no such mailbox", givenUpAt: at },
    },
  });
  return { id, orderId };
}
let numbers = 3000;
const number = () => {
  numbers += 1;
  return numbers;
};
async function failedEvent(objectId: string) {
  const id = `evt_${newSecret().replaceAll("-", "_")}`;
  const dead = { attempts: 12, lastError: "boom", givenUpAt: at };
  await db().stripeEvent.create({
    data: { id, type: "checkout.session.completed", receivedAt: at, objectId, ...dead },
  });
  return id;
}
const taskTexts = async () => (await readOverview()).tasks.map(({ text }) => text).join("; ");
const auditOf = async (subject: string) =>
  (await db().auditEntry.findMany({ where: { subject }, orderBy: { at: "asc" } })).map(({ actor, action }) => [
    actor,
    action,
  ]);

test("a given-up e-mail is listed with its order, and sent on retry", async () => {
  const { id, orderId } = await failedEmail();
  const { email, number: orderNumber } = await db().order.findUniqueOrThrow({ where: { id: orderId } });
  expect((await readFailedMessages()).emails).toMatchObject([
    {
      ...{
        id,
        name: "Receipt with course links",
        to: email,
        attempts: 9,
        lastError: "550 no such mailbox",
        isGivenUp: true,
      },
      order: { id: orderId, number: orderNumber },
    },
  ]);
  expect(await taskTexts()).toContain("1 e-mail failed");
  expect(await Promise.all([act("retry-mail", id), act("retry-mail", id)])).toContainEqual({
    ok: true,
    value: "retried",
  });
  await until(async () => {
    expect(await db().outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ sentAt: expect.any(Date) });
  });
  expect((await readFailedMessages()).emails).toEqual([]);
  expect(await act("retry-mail", id)).toEqual({ ok: true, value: "over" });
  expect(await act("discard-mail", id, "too late")).toEqual({ ok: true, value: "over" });
  expect((await auditOf(`order:${orderId}`)).every(([who, what]) => who === by && what === "mail.retried")).toBe(true);
});

test("an unsent sign-in link is counted but not listed", async () => {
  const payload = { email: "nobody@example.com", to: "/account" };
  const link = { kind: "sign-in", payload, nextAttemptAt: at, attempts: 1, lastError: "450 busy" };
  const before = (await readFailedMessages()).unsentLinks;
  await db().outboxMessage.create({ data: { ...link, createdAt: new Date() } });
  await db().outboxMessage.create({ data: { ...link, createdAt: new Date(), sentAt: new Date() } });
  await db().outboxMessage.create({ data: { ...link, createdAt: at, sentAt: at } });
  const messages = await readFailedMessages();
  expect(messages.emails).toEqual([]);
  expect(messages.unsentLinks).toBe(before + 2);
  expect(await taskTexts()).not.toContain("mail");
  await db().outboxMessage.deleteMany({ where: { kind: "sign-in" } });
});

test("a discarded e-mail is audited with its content and the reason", async () => {
  const { id, orderId } = await failedEmail();
  expect(await act("discard-mail", id)).toMatchObject({ ok: false, problem: { id } });
  expect(await act("discard-mail", id, " \u0000 ")).toMatchObject({ ok: false, problem: { id } });
  expect(
    await Promise.all([1, 2].map(() => act("discard-mail", id, "She called"))).then((all) =>
      all.map((one) => one.ok && one.value).sort(),
    ),
  ).toEqual(["discarded", "over"]);
  expect((await readFailedMessages()).emails).toEqual([]);
  const [entry] = await db().auditEntry.findMany({ where: { subject: `order:${orderId}` } });
  expect(entry).toMatchObject({
    ...{ actor: by, action: "mail.discarded", after: { reason: "She called" } },
    before: { mail: "receipt", error: "550 no such mailbox" },
  });
});

test("a given-up event is listed with its order, retried, and discarded", async () => {
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com` });
  const id = await failedEvent(`cs_test_${orderId}`);
  expect((await readFailedMessages()).events).toMatchObject([
    { id, type: "checkout.session.completed", isGivenUp: true, lastError: "boom", order: { id: orderId } },
  ]);
  expect(await taskTexts()).toContain("1 message from Stripe failed");
  expect(await act("retry-event", id)).toMatchObject({ ok: false, problem: { id, message: /It failed again: / } });
  expect((await readFailedMessages()).events).toMatchObject([{ id, attempts: 1, isGivenUp: false }]);
  expect(await act("discard-event", id, "made with another account")).toEqual({ ok: true, value: "discarded" });
  expect(await act("discard-event", id, "again")).toEqual({ ok: true, value: "over" });
  expect(await act("retry-event", id)).toEqual({ ok: true, value: "handled" });
  expect((await readFailedMessages()).events).toEqual([]);
  expect(await auditOf(`event:${id}`)).toEqual([
    [by, "event.retried"],
    [by, "event.discarded"],
  ]);
});

test.each([
  ["nothing", "x"],
  ["retry-mail", ""],
  ["retry-mail", "a\u0000b"],
  ["discard-event", "../x"],
])("the button %j of %j is rejected", async (kind, id) => {
  expect(await act(kind, id, "reason")).toMatchObject({ ok: false });
});

test("the overview lists failed refunds, disputes, refund requests, parcels, and days that differ", async () => {
  await db().order.updateMany({ where: { number: { not: null } }, data: { state: "refunded" } });
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com`, state: "paid", number: 4001 });
  const money = { orderId, amountCents: 500, itemsCents: 500, reason: "torn", createdAt: at };
  await db().refund.create({ data: { ...money, state: "failed", idempotencyKey: newSecret() } });
  await db().dispute.create({
    data: {
      id: "dp_1",
      orderId,
      amountCents: 900,
      reason: "general",
      status: "needs_response",
      openedAt: at,
      dueBy: at,
    },
  });
  await db().refundRequest.create({ data: { orderId, at, reason: "torn", enrollmentIds: [] } });
  const balance = { checkedAt: at, stripeCents: 1, ledgerCents: 0 };
  await db().reconciliation.create({ data: { day: "2026-10-31", ...balance, differences: [{ id: "txn_1" }] } });
  await db().reconciliation.create({ data: { day: "2026-11-01", ...balance, differences: [] } });
  expect((await readOverview()).tasks.map(({ text }) => text)).toEqual([
    "Order 4001: the dispute over $9.00 needs a response by Nov 1, 2026, 6:00 AM CST",
    "Order 4001: a refund of $5.00 failed",
    "Stripe’s balance and the ledger differ on Oct 31, 2026",
    "Order 4001: refund requested Nov 1, 2026, 6:00 AM CST",
    "1 order is ready to ship",
  ]);
  const later = { ...money, createdAt: new Date(), state: "succeeded" } as const;
  await db().refund.create({ data: { ...later, amountCents: 100, itemsCents: 100, idempotencyKey: newSecret() } });
  expect(await taskTexts()).toContain("Order 4001: a refund of $5.00 failed");
  await db().refund.create({ data: { ...later, idempotencyKey: newSecret() } });
  expect(await taskTexts()).not.toContain("failed");
});
