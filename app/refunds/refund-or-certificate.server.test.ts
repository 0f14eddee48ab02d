import { expect, test } from "vitest";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { buy, right, take } from "../../tests/support/bought-course";
import { requestRefund } from "./request-refund.server";

/** Gives an order of one unit, which was fulfilled without Stripe, a price. */
async function makeCost(orderId: string, totalCents: number): Promise<void> {
  await db().order.update({
    where: { id: orderId },
    data: { itemsCents: totalCents, totalCents, receivedCents: totalCents },
  });
  await db().orderPortion.create({
    data: { orderLineId: `${orderId}.0`, position: 0, quantity: 1, regularUnitPriceCents: totalCents, totalCents },
  });
}

// Stripe knows nothing of these orders: what is looked at is what the shop commits before it asks.
const refundUnit = (orderId: OrderId, enrolmentId: EnrollmentId, withdrawAccess = true) =>
  requestRefund({
    ...{ orderId, what: { kind: "units", enrolmentIds: [enrolmentId], shipping: false }, reason: "Asked for" },
    ...{ restock: false, withdrawAccess, by: "ines@example.com" },
  });

test("EDUCATION 13: a refund and a certificate at once: exactly one of them is given", async () => {
  for (let round = 0; round < 5; round++) {
    const { first, orderId } = await buy([{ quantity: 1 }]);
    await makeCost(orderId, 5000);
    const [refunded, passed] = await Promise.all([refundUnit(orderId, first), take(first, 1, right)]);
    const certificates = await db().certificate.count({ where: { enrolmentId: first } });
    expect([refunded.ok, passed.ok, certificates]).toEqual(refunded.ok ? [true, false, 0] : [false, true, 1]);
  }
});

test("a test can’t be passed after access ended, and can where it was left as goodwill", async () => {
  for (const withdrawAccess of [true, false]) {
    const { first, orderId } = await buy([{ quantity: 1 }]);
    await makeCost(orderId, 5000);
    expect(await refundUnit(orderId, first, withdrawAccess)).toMatchObject({ ok: true });
    expect((await take(first, 1, right)).ok).toBe(!withdrawAccess);
  }
});
