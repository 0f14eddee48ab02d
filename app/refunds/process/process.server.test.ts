import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { handleEvent } from "~/checkout/events/handle.server";
import { db } from "~/platform/db/client.server";
import { control, openOrder, paidOrder, readPaid } from "../../../tests/support/orders/paid-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { issueRefund } from "../issue/issue.server";
import { processPendingRefunds } from "./process.server";

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

/** An order whose refund was pending and has since succeeded at Stripe. */
async function waitingRefund() {
  const { id } = await paidOrder();
  await control("refunds", { mode: "pending", reason: "processing" });
  await issueRefund({
    ...{ orderId: id, what: { kind: "full" }, reason: "Ordered twice", restock: false, withdrawAccess: true },
    by: "ines@example.com",
  });
  await control("refunds", { mode: "succeed" });
  const { refunds } = await readPaid(id);
  await control(`refunds/${refunds[0]?.stripeRefundId}/settle`, { outcome: "succeeded" });
  expect(await stateOf(id)).toBe("pending");
  return id;
}

test("one order's news doesn't wait for other orders' refunds", async () => {
  const waiting = await waitingRefund();
  const { id, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await handleEvent({ id: `evt_${id}`, type: "checkout.session.completed", data: { object: { id: sessionId } } });
  expect((await readPaid(id)).state).toBe("paid");
  expect(await stateOf(waiting)).toBe("pending");
  await processPendingRefunds();
  expect(await stateOf(waiting)).toBe("succeeded");
});

test("a later refund is sent no matter how many are pending", async () => {
  const { id: orderId } = await openOrder();
  // These can't be sent to Stripe: their order has no payment.
  await db().refund.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      ...{ orderId, amountCents: 1, itemsCents: 1, reason: "test", idempotencyKey: `stuck-${index}` },
      createdAt: new Date(0),
    })),
  });
  const later = await waitingRefund();
  await processPendingRefunds();
  expect(await stateOf(later)).toBe("succeeded");
  await db().refund.deleteMany({ where: { orderId } });
});

test("if Stripe can't be reached, the others aren't tried one by one", async () => {
  const [first, second] = [await waitingRefund(), await waitingRefund()];
  // Three times: the SDK's attempts for one call.
  await control("fail", { method: "*", path: "/v1/refunds/*", times: 3, status: "reset-before-work" });
  await processPendingRefunds();
  expect([await stateOf(first), await stateOf(second)]).toEqual(["pending", "pending"]);
  await processPendingRefunds();
  expect([await stateOf(first), await stateOf(second)]).toEqual(["succeeded", "succeeded"]);
});
