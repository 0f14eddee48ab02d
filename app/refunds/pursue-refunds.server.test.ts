import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { handleEvent } from "~/checkout/events/handle.server";
import { db } from "~/platform/db/client.server";
import { control, openOrder, paidOrder, readPaid } from "../../tests/support/paid-order";
import { type RunningStandIn, startStandIn } from "../../tools/stripe-stand-in/start";
import { pursueRefunds } from "./pursue-refunds.server";
import { requestRefund } from "./request-refund.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 10_000, perCustomer: null } });
});
afterAll(() => standIn.close());
afterEach(async () => {
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  await control("refunds", { mode: "succeed" });
});

const stateOf = async (orderId: string) => (await readPaid(orderId)).refunds[0]?.state;

/** An order whose refund waits at the bank, and has come through there meanwhile. */
async function waitingRefund() {
  const { id } = await paidOrder();
  await control("refunds", { mode: "pending", reason: "processing" });
  await requestRefund({
    ...{ orderId: id, what: { kind: "full" }, reason: "Ordered twice", restock: false, withdrawAccess: true },
    by: "ines@example.com",
  });
  await control("refunds", { mode: "succeed" });
  const { refunds } = await readPaid(id);
  await control(`refunds/${refunds[0]?.stripeRefundId}/settle`, { outcome: "succeeded" });
  expect(await stateOf(id)).toBe("pending");
  return id;
}

test("the news of one order waits for no other order's refunds", async () => {
  const waiting = await waitingRefund();
  const { id, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await handleEvent({ id: `evt_${id}`, type: "checkout.session.completed", data: { object: { id: sessionId } } });
  expect((await readPaid(id)).state).toBe("paid");
  expect(await stateOf(waiting)).toBe("pending");
  await pursueRefunds();
  expect(await stateOf(waiting)).toBe("succeeded");
});

test("however many wait at the bank, a later one is asked for too", async () => {
  const { id: orderId } = await openOrder();
  // Stripe can't be asked for these: their order has no payment.
  await db().refund.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      ...{ orderId, amountCents: 1, itemsCents: 1, reason: "test", idempotencyKey: `stuck-${index}` },
      createdAt: new Date(0),
    })),
  });
  const later = await waitingRefund();
  await pursueRefunds();
  expect(await stateOf(later)).toBe("succeeded");
  await db().refund.deleteMany({ where: { orderId } });
});

test("where Stripe can't be reached, the others are not tried one after the other", async () => {
  const [first, second] = [await waitingRefund(), await waitingRefund()];
  // Three times: as often as the SDK tries one call.
  await control("fail", { method: "*", path: "/v1/refunds/*", times: 3, status: "reset-before-work" });
  await pursueRefunds();
  expect([await stateOf(first), await stateOf(second)]).toEqual(["pending", "pending"]);
  await pursueRefunds();
  expect([await stateOf(first), await stateOf(second)]).toEqual(["succeeded", "succeeded"]);
});
