import { expect, test } from "vitest";
import { eventually, order, payOrder, startBench } from "../tests/support/bench";
import { retryDelayMs } from "./back-off";

test("a webhook is retried until it is received", async () => {
  const bench = await startBench();
  bench.receiver.answers.push(500, 302, 404);
  await payOrder(bench);
  await eventually(() => expect(bench.receiver.events).toHaveLength(4));
  expect(new Set(bench.receiver.events.map(({ id }) => id)).size).toBe(1);
  await eventually(async () => expect((await bench.stripe.events.list()).data[0]?.pending_webhooks).toBe(0));
  const { data } = await (await fetch(`${bench.url}/_control/deliveries`)).json();
  expect(data).toMatchObject([
    { state: "delivered", attempts: [{ status: 500 }, { status: 302 }, { status: 404 }, { status: 200 }] },
  ]);
});

test("an unreachable shop is retried, and the reason is recorded", async () => {
  const bench = await startBench();
  const { url } = bench.receiver;
  await bench.control("webhooks", { url: "http://127.0.0.1:9/webhooks" });
  await payOrder(bench);
  const failures = async () => (await (await fetch(`${bench.url}/_control/deliveries`)).json()).data[0].attempts;
  await eventually(async () =>
    expect((await failures())[0]).toMatchObject({ status: null, error: expect.any(String) }),
  );
  await bench.control("webhooks", { url });
  await eventually(() => expect(bench.receiver.events).toHaveLength(1));
});

test("held webhooks wait and are released in the requested order", async () => {
  const bench = await startBench();
  await bench.control("webhooks", { mode: "hold" });
  const { intent } = await payOrder(bench);
  await bench.stripe.refunds.create({ payment_intent: intent });
  expect(await bench.control("webhooks", {})).toMatchObject({ held: 3, waiting: 0 });
  expect(bench.receiver.events).toEqual([]);
  const { data } = await bench.control("webhooks/flush", { order: "newest-first" });
  expect(data).toMatchObject([{ state: "delivered" }, { state: "delivered" }, { state: "delivered" }]);
  expect(bench.receiver.events.map(({ type }) => type)).toEqual([
    "charge.refunded",
    "refund.created",
    "checkout.session.completed",
  ]);
});

test("a dropped webhook never arrives, but its event can be found", async () => {
  const bench = await startBench();
  await bench.control("webhooks", { mode: "drop" });
  await payOrder(bench);
  await bench.control("webhooks", { mode: "deliver" });
  await payOrder(bench);
  await eventually(() => expect(bench.receiver.events).toHaveLength(1));
  expect((await bench.stripe.events.list({ delivery_success: false })).data).toHaveLength(1);
  expect((await bench.stripe.events.list()).data).toHaveLength(2);
});

test("a duplicated webhook arrives twice with the same id", async () => {
  const bench = await startBench();
  await bench.control("webhooks", { mode: "duplicate" });
  await payOrder(bench);
  await eventually(() => expect(bench.receiver.events).toHaveLength(2));
  expect(bench.receiver.events[0]).toEqual(bench.receiver.events[1]);
});

test("a delayed webhook waits, and a later one overtakes it", async () => {
  const bench = await startBench();
  await bench.control("webhooks", { mode: "delay", delayMs: 500 });
  const first = await payOrder(bench);
  await bench.control("webhooks", { mode: "deliver" });
  const second = await payOrder(bench);
  await eventually(() => expect(bench.receiver.events).toHaveLength(2));
  expect(bench.receiver.events.map(({ data }) => (data.object as { id: string }).id)).toEqual([second.id, first.id]);
});

test("an old event can be sent ten times in parallel, newly signed", async () => {
  const bench = await startBench();
  await payOrder(bench);
  await eventually(() => expect(bench.receiver.events).toHaveLength(1));
  const { data } = await bench.control(`events/${bench.receiver.events[0]?.id}/redeliver`, { times: 10 });
  expect(data).toHaveLength(10);
  expect(bench.receiver.events).toHaveLength(11);
  expect(bench.receiver.forgeries).toEqual([]);
});

test("during a secret rotation, both the old and the new one are valid", async () => {
  const bench = await startBench({ webhookSecret: "whsec_new,whsec_test_bench" });
  await payOrder(bench);
  await eventually(() => expect(bench.receiver.events).toHaveLength(1));
});

test("with another secret the shop sees a forgery", async () => {
  const bench = await startBench();
  await bench.control("webhooks", { secret: "whsec_other" });
  await payOrder(bench);
  await eventually(() => expect(bench.receiver.forgeries).toHaveLength(1));
});

test("after thirty days an event is gone, and so is a webhook that never got through", async () => {
  const bench = await startBench({ webhookUrl: "http://127.0.0.1:9/webhooks", retryBaseMs: 60_000 });
  await payOrder(bench);
  await bench.control("clock", { advanceSeconds: 31 * 24 * 60 * 60 });
  expect((await bench.stripe.events.list()).data).toEqual([]);
  expect(await bench.control("webhooks", {})).toMatchObject({ waiting: 0 });
});

test("without a webhook URL nothing is sent, but the event exists", async () => {
  const { stripe, control } = await startBench({ webhookUrl: undefined });
  const { id } = await stripe.checkout.sessions.create(order());
  await control(`sessions/${id}/pay`, { outcome: "paid" });
  expect((await stripe.events.list()).data).toMatchObject([{ pending_webhooks: 0 }]);
});

test.each([
  [1, 1000],
  [2, 2000],
  [5, 16_000],
  [30, 3_600_000],
])("after %i failures, the wait is %i ms", (failures, wait) => {
  expect(retryDelayMs(failures, 1000)).toBe(wait);
});
