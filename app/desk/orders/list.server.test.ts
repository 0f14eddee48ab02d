import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { readOrders } from "./list.server";
import { OrdersQuery } from "./query";

const found = async (query: Record<string, string>) =>
  (await readOrders(OrdersQuery.parse(query))).orders.map(({ id }) => id);

const ada = await createSampleOrder({
  email: "Ada.Lim@Example.com",
  name: "Ada ÖSTBERG-Lim",
  state: "paid",
  number: 4711,
});
const li = await createSampleOrder({ email: "li@example.com", name: "李 小龙", state: "attention" });
const olga = await createSampleOrder({ email: "olga@example.com", name: "Ольга Петрова" });
await db().order.update({
  where: { id: ada },
  data: { cardBrand: "visa", cardLast4: "0417", stripeChargeId: "ch_ada1" },
});
await db().orderSeat.create({
  data: { orderId: olga, position: 0, name: "Ayşe Yıldız", email: "Ayse@Clinic.example" },
});
await db().orderLine.updateMany({ where: { orderId: li }, data: { title: "Überwachung der Dosis" } });

test.each([
  ["4711"],
  ["#4711"],
  ["ADA.LIM@example"],
  ["östberg"],
  ["lim ada"],
  ["LIM  Östberg"],
  ["visa 0417"],
  ["0417"],
  ["ch_ada1"],
  [`cs_test_${ada}`],
  [`pi_${ada}`],
  [ada],
  ["\u0000ada.lim\u0000"],
])("%j finds the order", async (q) => {
  expect(await found({ q })).toEqual([ada]);
});

test.each([
  ["小龙", li],
  ["ольга", olga],
  ["ПЕТРОВА", olga],
  ["ayse@clinic", olga],
  ["yıldız", olga],
  ["überwachung", li],
  ["DOSIS ÜBERWACHUNG", li],
])("%j finds a name, colleague, or course in any script and letter case", async (q, id) => {
  expect(await found({ q })).toEqual([id]);
});

test("a course’s title, a status, and days narrow the list", async () => {
  expect((await found({ q: "iv therapeutics" })).sort()).toEqual([ada, olga].sort());
  expect(await found({ q: "example.com", state: "attention" })).toEqual([li]);
  await db().order.update({ where: { id: olga }, data: { createdAt: new Date("2026-01-02T05:59:00Z") } });
  expect(await found({ from: "2026-01-01", until: "2026-01-01" })).toEqual([olga]);
  expect(await found({ until: "2025-12-31" })).toEqual([]);
});

test.each(["\u0000", "%", "_", "'", '"', "\\", "a".repeat(200), "a ".repeat(100), "pi_nothing", "99999999999"])(
  "%j is no fault",
  async (q) => {
    expect(await found({ q })).toBeInstanceOf(Array);
  },
);
