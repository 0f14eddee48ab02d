import { expect, test } from "vitest";
import { order, payOrder, refusalOf, startBench, stripeAt } from "../tests/support/bench";

const create = { method: "POST", path: "/v1/checkout/sessions" };

test("if Stripe creates an object and then doesn't respond, the same key finds what was created", async () => {
  const { stripe, control } = await startBench();
  await control("fail", { ...create, status: "reset-after-work", times: 2 });
  // Twice, because the SDK itself retries a closed connection once.
  const cut = await refusalOf(stripe.checkout.sessions.create(order(), { idempotencyKey: "key" }));
  expect(cut.type).toBe("StripeConnectionError");
  const session = await stripe.checkout.sessions.create(order(), { idempotencyKey: "key" });
  expect(session.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect((await stripe.checkout.sessions.list()).data).toMatchObject([{ id: session.id }]);
});

test("a connection cut before the work leaves nothing behind", async () => {
  const { stripe, control } = await startBench();
  await control("fail", { ...create, status: "reset-before-work", times: 2 });
  await refusalOf(stripe.checkout.sessions.create(order()));
  expect((await stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a response that never comes ends in the client's own timeout, with the work done", async () => {
  const { stripe, control, url } = await startBench();
  await control("fail", { ...create, status: "hang-after-work" });
  // Enough time for the call to arrive.
  const hasty = stripeAt(Number(new URL(url).port), { timeout: 2_000 });
  const refusal = await refusalOf(hasty.checkout.sessions.create(order()));
  expect(refusal.type).toBe("StripeConnectionError");
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a 500 is stored under its key, and another key starts over", async () => {
  const { stripe, control } = await startBench();
  await control("fail", { ...create, status: 500 });
  const attempt = (idempotencyKey: string) => stripe.checkout.sessions.create(order(), { idempotencyKey });
  const [first, second] = [await refusalOf(attempt("key")), await refusalOf(attempt("key"))];
  expect([first.statusCode, second.statusCode]).toEqual([500, 500]);
  expect(second.headers).toMatchObject({ "idempotent-replayed": "true", "stripe-should-retry": "false" });
  expect((await attempt("other")).status).toBe("open");
});

test("if advised to retry after a stored 500, the SDK gets the same 500 again", async () => {
  const { control, url } = await startBench();
  await control("fail", { ...create, status: 500, shouldRetry: true });
  const patient = stripeAt(Number(new URL(url).port), { maxNetworkRetries: 2 });
  const refusal = await refusalOf(patient.checkout.sessions.create(order()));
  expect(refusal).toMatchObject({ statusCode: 500, headers: { "idempotent-replayed": "true" } });
});

test("the SDK doesn't retry a 429 without advice, and it isn't stored under its key", async () => {
  const { control, url } = await startBench();
  await control("fail", { ...create, status: 429 });
  const patient = stripeAt(Number(new URL(url).port), { maxNetworkRetries: 2 });
  const attempt = () => patient.checkout.sessions.create(order(), { idempotencyKey: "key" });
  expect(await refusalOf(attempt())).toMatchObject({ type: "StripeRateLimitError" });
  expect((await attempt()).status).toBe("open");
});

test("a fault strikes as often and where it was set to", async () => {
  const bench = await startBench();
  await bench.control("fail", { method: "GET", path: "/v1/checkout/sessions/*", times: 2, status: 503 });
  const { id } = await payOrder(bench);
  const look = () => bench.stripe.checkout.sessions.retrieve(id);
  expect([(await refusalOf(look())).statusCode, (await refusalOf(look())).statusCode]).toEqual([503, 503]);
  expect((await look()).status).toBe("complete");
});

test("faults can be removed", async () => {
  const { stripe, control, url } = await startBench();
  await control("fail", { ...create, status: 503, times: 100 });
  await fetch(`${url}/_control/fail`, { method: "DELETE" });
  expect((await stripe.checkout.sessions.create(order())).status).toBe("open");
});

test("an outage lasts until the clock reaches its end", async () => {
  const { stripe, control } = await startBench();
  await control("fail", { method: "*", path: "/v1/*", status: 503, forSeconds: 3600 });
  for (const attempt of [1, 2, 3]) expect((await refusalOf(stripe.events.list())).statusCode, `${attempt}`).toBe(503);
  // The clock also runs by itself, so the last check before the end leaves a slow machine ten minutes.
  await control("clock", { advanceSeconds: 3000 });
  expect((await refusalOf(stripe.events.list())).statusCode).toBe(503);
  await control("clock", { advanceSeconds: 600 });
  expect((await stripe.events.list()).data).toEqual([]);
});

test("an outage without an end lasts until it is removed", async () => {
  const { stripe, control, url } = await startBench();
  await control("fail", { method: "GET", path: "/v1/events", status: 500, times: null });
  for (const attempt of [1, 2, 3]) expect((await refusalOf(stripe.events.list())).statusCode, `${attempt}`).toBe(500);
  await fetch(`${url}/_control/fail`, { method: "DELETE" });
  expect((await stripe.events.list()).data).toEqual([]);
});

test("a path can have its star in the middle", async () => {
  const { stripe, control } = await startBench();
  await control("fail", { path: "/v1/checkout/sessions/*/expire", status: 503, times: null });
  const { id } = await stripe.checkout.sessions.create(order());
  expect((await refusalOf(stripe.checkout.sessions.expire(id))).statusCode).toBe(503);
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
});

test("a patient client gets a slow response, and an impatient one times out", async () => {
  const { stripe, control, url } = await startBench();
  await control("fail", { method: "GET", path: "/v1/events", delayMs: 200, times: 2 });
  const hasty = stripeAt(Number(new URL(url).port), { timeout: 50 });
  expect((await refusalOf(hasty.events.list())).type).toBe("StripeConnectionError");
  expect((await stripe.events.list()).data).toEqual([]);
});

test("a request that hangs before its work does nothing, ever", async () => {
  const { stripe, control, url } = await startBench();
  await control("fail", { ...create, status: "hang-before-work" });
  const hasty = stripeAt(Number(new URL(url).port), { timeout: 50 });
  expect((await refusalOf(hasty.checkout.sessions.create(order()))).type).toBe("StripeConnectionError");
  expect((await stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a 429 names the limit that was reached", async () => {
  const { stripe, control } = await startBench();
  await control("fail", { method: "GET", path: "/v1/events", status: 429 });
  const refusal = await refusalOf(stripe.events.list());
  expect(refusal).toMatchObject({ type: "StripeRateLimitError", code: "rate_limit" });
  expect(refusal.headers?.["stripe-rate-limited-reason"]).toBe("global-rate");
});

test.each([
  { status: 429, shouldRetry: true },
  { status: 500, remembered: false },
  { status: 503 },
  { status: "reset-before-work" },
  { status: "reset-after-work" },
])("after $status, the SDK's own retries end with one session and one response", async (fault) => {
  const { stripe, control, url } = await startBench();
  await control("fail", { ...create, ...fault, times: 2 });
  const patient = stripeAt(Number(new URL(url).port), { maxNetworkRetries: 2 });
  const session = await patient.checkout.sessions.create(order());
  expect((await stripe.checkout.sessions.list()).data.map(({ id }) => id)).toEqual([session.id]);
  const replayed = fault.status === "reset-after-work" ? "true" : undefined;
  expect(session.lastResponse.headers["idempotent-replayed"]).toBe(replayed);
});

test("a control says what is wrong with its input", async () => {
  const { control } = await startBench();
  await expect(control("webhooks", { mode: "explode" })).rejects.toThrow(/400.*mode/);
  await expect(control("clock", { advanceSeconds: -1 })).rejects.toThrow(/400.*advanceSeconds/);
  await expect(control("sessions/cs_test_gone/pay", { outcome: "paid" })).rejects.toThrow("404");
});

test("another site's page can't use the controls", async () => {
  const { url } = await startBench();
  const headers = { "content-type": "application/json", origin: "https://elsewhere.example" };
  const answer = await fetch(`${url}/_control/clock`, { method: "POST", headers, body: '{"advanceSeconds":1}' });
  expect(answer.status).toBe(403);
});
