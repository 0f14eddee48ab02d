import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginPayment } from "~/checkout/order/begin-payment.server";
import { CartId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { createSampleOrder } from "../../../../tests/support/orders/sample-order";
import { until } from "../../../../tests/support/until";
import { type RunningStandIn, startStandIn } from "../../../../tools/stripe-stand-in/start";
import { readOrderPage } from "../page.server";
import { actOnOrder } from "./act.server";

// No webhook reaches this shop and no sweep runs: it learns only what staff check.
let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
afterEach(() => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" }));

const by = "ines@example.com";

const control = async (path: string, body: object) => {
  const answer = await fetch(`${standIn.url}/_control/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([200, ""]);
};
const stripeIsDown = async () => {
  for (const method of ["GET", "POST"])
    await control("fail", { method, path: "/v1/*", times: 50, status: 503, remembered: false });
};

/** An order awaiting payment at Stripe. */
async function checkOut(email = `${newSecret()}@example.com`) {
  const cartId = newSecret();
  const at = new Date();
  const lines = { create: { courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: at } };
  await db().cart.create({ data: { id: cartId, updatedAt: at, lines } });
  const request = { email, certificateName: "Ada Lim", purpose: "self" as const, seats: [], agreedCents: 100_000 };
  expect(await beginPayment(CartId.parse(cartId), request, { clientAddress: "::1" })).toMatchObject({ ok: true });
  const order = await db().order.findFirstOrThrow({ where: { cartId } });
  return { id: order.id, email, sessionId: order.stripeSessionId ?? "" };
}

async function act(orderId: string, act: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ act, ...fields })) form.set(name, value);
  const acted = await actOnOrder(form, OrderId.parse(orderId), by);
  return acted.ok ? acted.value : acted.problem;
}
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id } });
const auditOf = async (id: string) =>
  (await db().auditEntry.findMany({ where: { subject: `order:${id}` }, orderBy: { at: "asc" } })).map(
    ({ actor, action }) => `${action} ${actor}`,
  );
const mailsOf = (orderId: string) => db().outboxMessage.findMany({ where: { orderId }, orderBy: { createdAt: "asc" } });
const errorsIn = (answer: unknown) => JSON.stringify(answer);

test("a payment whose event was lost is fulfilled by checking with Stripe, once, no matter how often staff check", async () => {
  const { id, sessionId } = await checkOut();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  expect((await readOrderPage(id)).findings[0]?.remedies).toContain("ask-stripe");
  const asked = await Promise.all([1, 2, 3].map(() => act(id, "ask-stripe")));
  expect(asked).toContain("asked-now");
  expect(await act(id, "ask-stripe")).toBe("asked-still");
  expect((await orderOf(id)).state).toBe("paid");
  expect(await db().enrollment.count({ where: { orderId: id } })).toBe(1);
  expect((await mailsOf(id)).map(({ kind }) => kind)).toEqual(["receipt"]);
  expect(await db().orderEvent.findMany({ where: { orderId: id, state: "paid" } })).toMatchObject([
    { cause: `checked by ${by}` },
  ]);
  expect(await auditOf(id)).toEqual(Array(4).fill(`order.stripe-asked ${by}`));
});

test("a payment page that opened although its response was lost is found by checking", async () => {
  const { id, sessionId } = await checkOut();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await db().order.update({ where: { id }, data: { stripeSessionId: null, stripeSessionUrl: null } });
  expect(await act(id, "ask-stripe")).toBe("asked-now");
  expect(await orderOf(id)).toMatchObject({ state: "paid", stripeSessionId: sessionId });
});

test("what Stripe says about an unpaid, a delayed, an expired, and an unknown payment", async () => {
  const open = await checkOut();
  expect(await act(open.id, "ask-stripe")).toBe("asked-still");
  expect((await orderOf(open.id)).state).toBe("awaiting_payment");
  await control(`sessions/${open.sessionId}/pay`, { outcome: "processing" });
  expect(await act(open.id, "ask-stripe")).toBe("asked-now");
  expect((await orderOf(open.id)).state).toBe("processing");

  const over = await checkOut();
  await stripe().checkout.sessions.expire(over.sessionId);
  expect(await act(over.id, "ask-stripe")).toBe("asked-now");
  expect((await orderOf(over.id)).state).toBe("expired");

  const stranger = await createSampleOrder({ email: `${newSecret()}@example.com` });
  expect(await act(stranger, "ask-stripe")).toBe("asked-unknown");
  await db().order.update({ where: { id: stranger }, data: { stripeSessionId: null } });
  expect(await act(stranger, "ask-stripe")).toBe("asked-no-page");
});

test("if Stripe is down, staff see that and nothing changes", async () => {
  const { id } = await checkOut();
  await stripeIsDown();
  expect(await act(id, "ask-stripe")).toMatchObject({ status: 503, answer: { refusal: /can’t be reached right now/ } });
  expect(await act(id, "cancel")).toMatchObject({ status: 503 });
  expect((await orderOf(id)).state).toBe("awaiting_payment");
});

test("an unpaid order is canceled once: its page closes and its units are released", async () => {
  const { id, sessionId } = await checkOut();
  expect(await Promise.all([act(id, "cancel"), act(id, "cancel")])).toEqual(["cancelled", "cancelled"]);
  expect((await stripe().checkout.sessions.retrieve(sessionId)).status).toBe("expired");
  expect((await orderOf(id)).state).toBe("expired");
  expect(await db().orderEvent.findMany({ where: { orderId: id, state: "expired" } })).toMatchObject([
    { cause: `canceled by ${by}` },
  ]);
});

test("an order that has just been paid is fulfilled, not canceled", async () => {
  const { id, sessionId } = await checkOut();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  expect(await act(id, "cancel")).toBe("cancelled");
  expect((await orderOf(id)).state).toBe("paid");
});

/** Waits until the background mail is sent. */
const untilSent = (orderId: string, count: number) =>
  until(async () => {
    expect((await mailsOf(orderId)).map(({ sentAt }) => sentAt)).toEqual(Array(count).fill(expect.any(Date)));
  });

async function paid() {
  const bought = await checkOut();
  await control(`sessions/${bought.sessionId}/pay`, { outcome: "paid" });
  await act(bought.id, "ask-stripe");
  await untilSent(bought.id, 1);
  return bought;
}

test("a double click resends a receipt once; the reloaded page can resend it again", async () => {
  const { id } = await paid();
  const known = String((await readOrderPage(id)).resend.known);
  const twice = await Promise.all([1, 2].map(() => act(id, "resend", { choice: "receipt", known })));
  expect(twice).toEqual(["resent", "resent"]);
  await untilSent(id, 2);
  await act(id, "resend", { choice: "receipt", known: "2" });
  await untilSent(id, 3);
  expect((await auditOf(id)).filter((line) => line.startsWith("order.mail-resent"))).toHaveLength(2);
  expect(await act(id, "resend", { choice: "access:stranger@example.com", known: "3" })).toMatchObject({ status: 409 });
});

test("a receipt that was given up is retried instead of queued twice", async () => {
  const { id } = await paid();
  const given = { sentAt: null, givenUpAt: new Date(), attempts: 9, lastError: "550 no such mailbox" };
  await db().outboxMessage.updateMany({ where: { orderId: id }, data: given });
  const page = await readOrderPage(id);
  expect(page.findings[0]).toMatchObject({ tone: "wrong", what: expect.stringContaining("550 no such mailbox") });
  await act(id, "resend", { choice: "receipt", known: String(page.resend.known) });
  await untilSent(id, 1);
  expect(await mailsOf(id)).toMatchObject([{ givenUpAt: null }]);
});

test("a corrected address also changes the buyer’s own unit and customer key; holds keep the key they count for", async () => {
  const { id, email } = await paid();
  const right = `Right-${email}`;
  const typed = { was: email, email: right };
  expect(await Promise.all([1, 2].map(() => act(id, "correct-email", typed)))).toEqual(Array(2).fill("email-changed"));
  const customerKey = right.toLowerCase();
  expect(await orderOf(id)).toMatchObject({ email: right, customerKey });
  expect(await db().enrollment.findMany({ where: { orderId: id } })).toMatchObject([
    { participantEmail: right, participantKey: customerKey },
  ]);
  expect(await db().stockHold.findMany({ where: { orderId: id } })).toMatchObject([
    { customerKey: email.toLowerCase() },
  ]);
  expect(await mailsOf(id)).toHaveLength(2);
  expect((await auditOf(id)).filter((line) => line.startsWith("order.email"))).toHaveLength(1);
  const late = await act(id, "correct-email", { was: email, email: "third@example.com" });
  expect(late).toMatchObject({ status: 409 });
  expect(errorsIn(late)).toContain("Someone else has changed this");
  expect(errorsIn(await act(id, "correct-email", { was: right, email: "no address" }))).toContain("name@example.com");
});

test("an unknown button or a missing order changes nothing", async () => {
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com` });
  expect(await act(orderId, "fulfill")).toMatchObject({ status: 400 });
  await expect(act("nothing", "note", { text: "x" })).rejects.toMatchObject({ status: 404 });
});
