import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { testEnvironment } from "../../tests/support/shop/environment";
import { env } from "./env.server";
import { isRefusedByStripe, isStripeUnavailable, readSignedEvent, stripe } from "./stripe.server";

const sessions = `${testEnvironment.STRIPE_API}/v1/checkout/sessions`;
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test("PAYMENTS 2: after a 500 the call is retried with the same idempotency key", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post(sessions, ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      if (keys.length === 1) return HttpResponse.json({ error: { type: "api_error" } }, { status: 500 });
      return HttpResponse.json({ id: "cs_test_1", object: "checkout.session" });
    }),
  );
  const session = await stripe().checkout.sessions.create({ mode: "payment" }, { idempotencyKey: "order-1" });
  expect(session.id).toBe("cs_test_1");
  expect(keys).toEqual(["order-1", "order-1"]);
});

test("permanent and temporary errors are distinguished", async () => {
  server.use(
    http.get(`${sessions}/cs_none`, () =>
      HttpResponse.json({ error: { type: "invalid_request_error", message: "No such session" } }, { status: 404 }),
    ),
    http.get(`${sessions}/cs_down`, () => HttpResponse.json({ error: { type: "api_error" } }, { status: 503 })),
  );
  const failure = (id: string) =>
    stripe()
      .checkout.sessions.retrieve(id)
      .catch((error: unknown) => error);
  expect(isRefusedByStripe(await failure("cs_none"))).toBe(true);
  expect(isRefusedByStripe(await failure("cs_down"))).toBe(false);
});

test("a call Stripe is still processing is retried, not treated as a bug", async () => {
  const error = { type: "invalid_request_error", code: "idempotency_key_in_use", message: "in progress" };
  const noRetries = { headers: { "Stripe-Should-Retry": "false" } };
  server.use(http.post(sessions, () => HttpResponse.json({ error }, { status: 409, ...noRetries })));
  const refusal = await stripe()
    .checkout.sessions.create({ mode: "payment" })
    .catch((error: unknown) => error);
  expect([isStripeUnavailable(refusal), isRefusedByStripe(refusal)]).toEqual([true, false]);
});

const body = JSON.stringify({ id: "evt_1", object: "event", type: "checkout.session.completed" });
const sign = (secret: string, secondsAgo = 0) =>
  new Stripe("sk_test_x").webhooks.generateTestHeaderString({
    payload: body,
    secret,
    timestamp: Math.floor(Date.now() / 1000) - secondsAgo,
  });

test("PAYMENTS 3: during rotation either secret is accepted, no other, and neither after five minutes", () => {
  env().STRIPE_WEBHOOK_SECRETS = ["whsec_new", "whsec_old"];
  expect(readSignedEvent(body, sign("whsec_new"))?.id).toBe("evt_1");
  expect(readSignedEvent(body, sign("whsec_old"))?.id).toBe("evt_1");
  expect(readSignedEvent(body, sign("whsec_other"))).toBeUndefined();
  expect(readSignedEvent(body, sign("whsec_new", 301))).toBeUndefined();
  expect(readSignedEvent(`${body} `, sign("whsec_new"))).toBeUndefined();
  expect(readSignedEvent(body, null)).toBeUndefined();
});
