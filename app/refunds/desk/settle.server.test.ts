import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { failed } from "~/core/result";
import { readWaiting } from "~/desk/home/tasks.server";
import { actOnOrder } from "~/desk/orders/corrections/act.server";
import { readOrderPage } from "~/desk/orders/page.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { resolveAttention } from "../resolve/resolve.server";

const by = "ines@example.com";

let numbers = 6000;
async function failedRefund(state: "paid" | "attention") {
  numbers += 1;
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com`, state, number: numbers });
  const { id: refundId } = await db().refund.create({
    data: {
      ...{ orderId, kind: "amount", amountCents: 500, itemsCents: 500, reason: "torn", state: "failed" },
      ...{ failure: "the account is closed", idempotencyKey: newSecret(), createdAt: new Date() },
    },
  });
  return { orderId, refundId };
}

async function settle(orderId: string, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ act: "settle-refund", ...fields })) form.set(name, value);
  const acted = await actOnOrder(form, OrderId.parse(orderId), by);
  return acted.ok ? acted.value : acted.problem;
}
const waits = async (orderId: string) => (await readWaiting()).failedRefunds.some(({ id }) => id === orderId);
const auditOf = (orderId: string) => db().auditEntry.findMany({ where: { subject: `order:${orderId}` } });

test("a failed refund is settled once by staff, who say how, and is listed no more", async () => {
  const { orderId, refundId } = await failedRefund("paid");
  expect((await readOrderPage(orderId)).unsettled).toMatchObject([{ id: refundId, amountCents: 500 }]);
  expect(await waits(orderId)).toBe(true);
  expect(await settle(orderId, { refundId, how: " " })).toMatchObject({ status: 400 });
  const how = { refundId, how: "By check, no. 1042" };
  expect(await Promise.all([settle(orderId, how), settle(orderId, how)])).toEqual(Array(2).fill("refund-settled"));
  expect(await waits(orderId)).toBe(false);
  const page = await readOrderPage(orderId);
  expect(page.unsettled).toEqual([]);
  expect(page.findings.map(({ what }) => what).join()).not.toContain("failed");
  expect(await auditOf(orderId)).toMatchObject([
    { action: "order.refund-settled", actor: by, after: { refund: "$5.00", how: "By check, no. 1042" } },
  ]);
});

test("only a failed refund of this order can be settled", async () => {
  const [{ orderId, refundId }, other] = [await failedRefund("paid"), await failedRefund("paid")];
  expect(await settle(orderId, { refundId: other.refundId, how: "By check" })).toMatchObject({ status: 409 });
  await db().refund.update({ where: { id: refundId }, data: { state: "succeeded" } });
  expect(await settle(orderId, { refundId, how: "By check" })).toMatchObject({ status: 409 });
  expect(await auditOf(orderId)).toEqual([]);
});

test("resolving the order also settles its failed refund", async () => {
  const { orderId } = await failedRefund("attention");
  const elsewhere = { act: "settled-elsewhere", outcome: "refunded", reason: "Sent a check" } as const;
  expect(await resolveAttention(orderId, elsewhere, by, async () => failed({ kind: "units-gone" }))).toMatchObject({
    ok: true,
  });
  expect(await waits(orderId)).toBe(false);
});
