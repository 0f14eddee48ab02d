import { expect, test } from "vitest";
import { eventually, order, payOrder, refusalOf, startBench } from "./support/bench";

test("an open session expires at its end and sends an event", async () => {
  const { stripe, control, receiver } = await startBench();
  const expires_at = Math.floor(Date.now() / 1000) + 31 * 60;
  const { id } = await stripe.checkout.sessions.create(order({ expires_at }));
  await control("clock", { advanceSeconds: 30 * 60 });
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
  await control("clock", { advanceSeconds: 61 });
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "expired", url: null });
  await eventually(() => expect(receiver.events).toHaveLength(1));
  expect(receiver.events[0]).toMatchObject({ type: "checkout.session.expired", data: { object: { id } } });
});

test("a signature stays valid after the clock is moved a day", async () => {
  const { stripe, control, receiver } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  await control("clock", { advanceSeconds: 25 * 60 * 60 });
  await eventually(() => expect(receiver.events).toHaveLength(1));
  expect(receiver.events[0]).toMatchObject({ type: "checkout.session.expired", data: { object: { id } } });
  expect(receiver.forgeries).toEqual([]);
});

test("the shop can expire an open session; its unfinished intent is canceled", async () => {
  const { stripe, control } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  await control(`sessions/${id}/pay`, { outcome: "declined" });
  const session = await stripe.checkout.sessions.expire(id, { expand: ["payment_intent"] }, { idempotencyKey: "end" });
  expect(session).toMatchObject({ status: "expired", payment_intent: { status: "canceled" } });
  const [event] = (await stripe.events.list({ type: "checkout.session.expired" })).data;
  expect(event?.request).toEqual({ id: session.lastResponse.requestId, idempotency_key: "end" });
});

test("a complete or expired session cannot be expired", async () => {
  const bench = await startBench();
  const { id } = await payOrder(bench);
  const refusal = await refusalOf(bench.stripe.checkout.sessions.expire(id));
  expect(refusal).toMatchObject({ statusCode: 400, type: "StripeInvalidRequestError" });
  expect(refusal.message).toBe(
    'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of `complete`.',
  );
});

test("an expired session can't be paid", async () => {
  const { stripe, control } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  await stripe.checkout.sessions.expire(id);
  await expect(control(`sessions/${id}/pay`, { outcome: "paid" })).rejects.toThrow("not-open");
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("unpaid");
});
