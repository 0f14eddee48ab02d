import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import { control, openOrder, readPaid } from "../../../tests/support/orders/paid-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { handleEvent } from "./handle.server";
import { retryEvent } from "./retry.server";
import { sweepEvents } from "./sweep.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
afterEach(() => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" }));

const by = "ines@example.com";
const eventOf = (id: string) => db().stripeEvent.findUniqueOrThrow({ where: { id } });
const completed = (id: string, sessionId: string) =>
  handleEvent({ id, type: "checkout.session.completed", data: { object: { id: sessionId } } });

test("an event that keeps failing is given up, left to staff, and not tried again", async () => {
  const id = "evt_of_no_session";
  for (let attempt = 1; attempt <= 12; attempt++) await expect(completed(id, "cs_test_none")).rejects.toThrow();
  const dead = await eventOf(id);
  expect(dead).toMatchObject({ attempts: 12, objectId: "cs_test_none", handledAt: null });
  expect(dead.lastError).toContain("cs_test_none");
  expect(dead.givenUpAt).not.toBeNull();
  // It waits, no matter what sends it again.
  await completed(id, "cs_test_none");
  expect(await eventOf(id)).toEqual(dead);
});

test("staff who retry an event see why it failed again, or that it is done, even after Stripe has deleted it", async () => {
  const { id: orderId, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const id = `evt_of_${orderId}`;
  const receivedAt = new Date();
  await db().stripeEvent.create({
    data: {
      id,
      type: "checkout.session.completed",
      objectId: sessionId,
      receivedAt,
      attempts: 12,
      givenUpAt: receivedAt,
    },
  });
  expect(await retryEvent(id, by)).toEqual({ ok: true, value: undefined });
  expect((await eventOf(id)).handledAt).not.toBeNull();
  expect((await readPaid(orderId)).state).toBe("paid");
  expect(await retryEvent(id, by)).toEqual({ ok: true, value: undefined });
  const rows = await db().auditEntry.findMany({ where: { subject: `event:${id}` } });
  expect(rows).toMatchObject([{ actor: by, action: "event.retried" }]);

  const failing = await retryEvent("evt_of_no_session", by);
  expect(failing).toMatchObject({ ok: false, problem: { message: expect.stringContaining("cs_test_none") } });
  expect(await eventOf("evt_of_no_session")).toMatchObject({ attempts: 1, givenUpAt: null });
  await expect(retryEvent("evt_none", by)).rejects.toMatchObject({ status: 404 });
});

test("PAYMENTS 3: an event Stripe still has is fetched again", async () => {
  const { id: orderId, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const { data } = await stripe().events.list({ type: "checkout.session.completed", limit: 1 });
  const id = data[0]?.id ?? "";
  await db().stripeEvent.create({
    data: {
      id,
      type: "checkout.session.completed",
      objectId: "cs_test_wrong",
      receivedAt: new Date(),
      givenUpAt: new Date(),
    },
  });
  expect(await retryEvent(id, by)).toMatchObject({ ok: true });
  expect((await readPaid(orderId)).state).toBe("paid");
});

test("while Stripe is down, no event uses up its attempts", async () => {
  const { id: orderId, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const id = `evt_down_${orderId}`;
  await control("fail", { method: "GET", path: "/v1/checkout/*", times: null, status: 503 });
  for (let attempt = 0; attempt < 3; attempt++) await expect(completed(id, sessionId)).rejects.toThrow();
  expect(await eventOf(id)).toMatchObject({ attempts: 0, givenUpAt: null, lastError: expect.any(String) });
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  await completed(id, sessionId);
  expect(await eventOf(id)).toMatchObject({ lastError: null });
  expect((await readPaid(orderId)).state).toBe("paid");
});

test("the sweep ignores events that were given up", async () => {
  const { id: orderId, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const { data } = await stripe().events.list({ type: "checkout.session.completed", limit: 1 });
  const id = data[0]?.id ?? "";
  const at = new Date();
  await db().stripeEvent.create({ data: { id, type: "checkout.session.completed", receivedAt: at, givenUpAt: at } });
  await sweepEvents();
  expect((await eventOf(id)).handledAt).toBeNull();
  expect((await readPaid(orderId)).state).toBe("awaiting_payment");
});
