import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import type { RunningShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { ebook, openShop, orderOf, sale, salePrice, startPayment, untilState } from "./shop";

let shop: RunningShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
afterEach(() => fetch(`${shop.standIn.url}/_control/fail`, { method: "DELETE" }));

const sessionsOf = async (email: string) => {
  const { data } = await stripe().checkout.sessions.list({ limit: 100 });
  return data.filter(({ customer_email, customer_details }) =>
    [customer_email, customer_details?.email].includes(email),
  );
};
const takenOfSale = async () => (await db().stock.findUniqueOrThrow({ where: { id: sale } })).taken;

// This waits out one timeout: the shop gives Stripe 20 seconds to respond.
for (const [story, failure] of [
  ["it never responds", { status: "hang-after-work" }],
  ["the connection breaks twice", { status: "reset-after-work", times: 2 }],
] as const)
  fault("Stripe times out after creating", `${story}: the same call again finds the one session`, async () => {
    const email = `${failure.status}@example.com`;
    await shop.control("fail", { path: "/v1/checkout/sessions", ...failure });
    const { sessionId } = await startPayment(shop, email);
    expect((await sessionsOf(email)).map(({ id }) => id)).toEqual([sessionId]);
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    await untilState(sessionId, "paid");
    await expectSound();
  });

fault("a stored 500 is replayed", "the units are released, and the next attempt has its own key", async () => {
  const before = await takenOfSale();
  // Fails only once: the replay ends the SDK's next attempt.
  await shop.control("fail", { path: "/v1/checkout/sessions", status: 500, shouldRetry: true });
  const guest = visitor(shop.url);
  await guest.add(ebook);
  const form = { email: "stored@example.com", agreedCents: salePrice };
  const refused = await guest.checkOut(form);
  expect(refused.status).toBe(503);
  expect(await refused.text()).toContain("Nothing was charged, and your cart is saved");
  expect(await takenOfSale()).toBe(before);
  const sessionId = sessionIdIn(await guest.checkOut(form));
  expect(await sessionsOf("stored@example.com")).toHaveLength(1);
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  await expectSound();
});

// This test is last because it moves the stand-in's clock.
fault(
  "Stripe answers 429 and 503 for an hour",
  "paid orders are fulfilled afterward, and no unit is lost",
  async () => {
    const before = await takenOfSale();
    const { sessionId } = await startPayment(shop, "hour@example.com");
    for (const [path, status] of [
      ["/v1/checkout/sessions*", 429],
      ["/v1/*", 503],
    ] as const)
      await shop.control("fail", { method: "*", path, status, forSeconds: 3600 });
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    const guest = visitor(shop.url);
    await guest.add(ebook);
    const refused = await guest.checkOut({ email: "hour-too@example.com", agreedCents: salePrice });
    expect(refused.status).toBe(503);
    expect(await (await guest.get("/cart")).text()).toContain("IV Therapeutics");
    await shop.control("clock", { advanceSeconds: 3500 });
    expect((await guest.checkOut({ email: "hour-too@example.com", agreedCents: salePrice })).status).toBe(503);
    expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
    await shop.control("clock", { advanceSeconds: 100 });
    await untilState(sessionId, "paid");
    await until(async () => expect(await db().stripeEvent.count({ where: { handledAt: null } })).toBe(0));
    expect(await takenOfSale()).toBe(before + 1);
    await expectSound();
  },
);
