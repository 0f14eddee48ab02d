import { expect, test } from "vitest";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { buy, right, take } from "../../../tests/support/orders/bought-course";
import { issueRefund } from "./issue.server";

/** Gives a one-unit order that was fulfilled without Stripe a price. */
async function makeCost(orderId: string, totalCents: number): Promise<void> {
  await db().order.update({
    where: { id: orderId },
    data: { itemsCents: totalCents, totalCents, receivedCents: totalCents },
  });
  await db().orderPortion.create({
    data: { orderLineId: `${orderId}.0`, position: 0, quantity: 1, regularUnitPriceCents: totalCents, totalCents },
  });
}

// Stripe doesn't know these orders: the test checks what the shop saves before calling Stripe.
const refundUnit = (orderId: OrderId, enrollmentId: EnrollmentId, withdrawAccess = true) =>
  issueRefund({
    ...{
      orderId,
      what: { kind: "units", enrollmentIds: [enrollmentId], shipping: false },
      reason: "Asked for",
    },
    ...{ restock: false, withdrawAccess, by: "ines@example.com" },
  });

test("EDUCATION 13: a refund and a certificate at the same time: exactly one succeeds", async () => {
  for (let round = 0; round < 5; round++) {
    const { first, orderId } = await buy([{ quantity: 1 }]);
    await makeCost(orderId, 5000);
    const [refunded, passed] = await Promise.all([refundUnit(orderId, first), take(first, 1, right)]);
    const certificates = await db().certificate.count({ where: { enrollmentId: first } });
    expect([refunded.ok, passed.ok, certificates]).toEqual(refunded.ok ? [true, false, 0] : [false, true, 1]);
  }
});

test("a test can’t be passed after access ends, but can if access was left open as goodwill", async () => {
  for (const withdrawAccess of [true, false]) {
    const { first, orderId } = await buy([{ quantity: 1 }]);
    await makeCost(orderId, 5000);
    expect(await refundUnit(orderId, first, withdrawAccess)).toMatchObject({ ok: true });
    expect((await take(first, 1, right)).ok).toBe(!withdrawAccess);
  }
});
