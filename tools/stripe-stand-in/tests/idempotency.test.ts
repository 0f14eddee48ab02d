import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { line, order, payOrder, refusalOf, startBench } from "./support/bench";

test("the same key and parameters return the same session, marked as replayed", async () => {
  const { stripe } = await startBench();
  const first = await stripe.checkout.sessions.create(order(), { idempotencyKey: "order-1" });
  const second = await stripe.checkout.sessions.create(order(), { idempotencyKey: "order-1" });
  expect(second).toEqual(first);
  expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
  expect(second.lastResponse.headers).toMatchObject({
    "idempotent-replayed": "true",
    "original-request": first.lastResponse.requestId,
    "idempotency-key": "order-1",
  });
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("the same key with other parameters is an error and does nothing", async () => {
  const { stripe } = await startBench();
  await stripe.checkout.sessions.create(order(), { idempotencyKey: "order-1" });
  const costlier = order({ line_items: [line("Costlier", 200_00)] });
  const refusal = await refusalOf(stripe.checkout.sessions.create(costlier, { idempotencyKey: "order-1" }));
  expect(refusal).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("the same key at another endpoint is an error", async () => {
  const bench = await startBench();
  await bench.stripe.checkout.sessions.create(order(), { idempotencyKey: "key" });
  const { intent } = await payOrder(bench);
  const refund = bench.stripe.refunds.create({ payment_intent: intent }, { idempotencyKey: "key" });
  expect(await refusalOf(refund)).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
});

test("twenty identical requests at once create exactly one session", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "stand-in-"));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const { stripe } = await startBench({ dataFolder });
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () => stripe.checkout.sessions.create(order(), { idempotencyKey: "one" })),
  );
  const ids = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? attempt.value.id : []));
  const refusals = attempts.flatMap((attempt) => (attempt.status === "rejected" ? attempt.reason : []));
  expect(new Set(ids).size).toBe(1);
  for (const refusal of refusals) expect(refusal).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a refused parameter is not remembered: once corrected, the key still works", async () => {
  const { stripe } = await startBench();
  const wrong = order({ success_url: "nowhere" });
  await refusalOf(stripe.checkout.sessions.create(wrong, { idempotencyKey: "key" }));
  const session = await stripe.checkout.sessions.create(order(), { idempotencyKey: "key" });
  expect(session.status).toBe("open");
});

test("a refusal from the work itself is remembered", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  await bench.stripe.refunds.create({ payment_intent: intent });
  const again = () => bench.stripe.refunds.create({ payment_intent: intent }, { idempotencyKey: "again" });
  const [first, second] = [await refusalOf(again()), await refusalOf(again())];
  expect([first.code, second.code]).toEqual(["charge_already_refunded", "charge_already_refunded"]);
  expect(second.headers?.["idempotent-replayed"]).toBe("true");
});

test("a replay outlasts the times it mentions and ends after a day", async () => {
  const { stripe, control } = await startBench();
  const params = order({ expires_at: Math.floor(Date.now() / 1000) + 31 * 60 });
  const { id } = await stripe.checkout.sessions.create(params, { idempotencyKey: "key" });
  await control("clock", { advanceSeconds: 60 * 60 });
  expect((await stripe.checkout.sessions.create(params, { idempotencyKey: "key" })).id).toBe(id);
  await control("clock", { advanceSeconds: 24 * 60 * 60 });
  const late = await refusalOf(stripe.checkout.sessions.create(params, { idempotencyKey: "key" }));
  expect(late.param).toBe("expires_at");
});
