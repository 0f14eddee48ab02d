import { afterAll, beforeAll, expect, test } from "vitest";
import { db, isPostgresql } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

const sale = "iv-therapeutics-sale";
const units = 50;
// PostgreSQL serves a shop that has outgrown one machine, so more people and more processes.
const [shoppers, processes] = isPostgresql(process.env.DATABASE_URL ?? "") ? [500, 4] : [200, 1];

let shop: RunningShop;
const urls: string[] = [];
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  urls.push(shop.url);
  while (urls.length < processes) urls.push(await shop.addProcess());
  await db().stock.update({ where: { id: sale }, data: { capacity: units, perCustomer: null } });
});
afterAll(() => shop.close());

test(`SCENARIO 1: ${shoppers} shoppers at once for ${units} sale units across ${processes} web processes: exactly ${units} sell at the sale price`, async () => {
  const guests = await Promise.all(
    Array.from({ length: shoppers }, async (_, index) => {
      const guest = visitor(shop.url, urls[index % urls.length]);
      await guest.add("iv-therapeutics.ebook");
      return guest;
    }),
  );
  const answers = await Promise.all(
    guests.map((guest, index) => guest.checkOut({ email: `shopper${index}@example.com`, agreedCents: 9950 })),
  );
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(303), count(409)]).toEqual([units, shoppers - units]);
  const sessions = answers.filter(({ status }) => status === 303).map(sessionIdIn);
  await Promise.all(sessions.map((id) => shop.control(`sessions/${id}/pay`, { outcome: "paid" })));
  await until(async () => expect(await db().order.count({ where: { state: "paid" } })).toBe(units));

  expect(await db().stock.findUniqueOrThrow({ where: { id: sale } })).toMatchObject({ taken: units, capacity: units });
  const portions = await db().orderPortion.aggregate({
    where: { adjustments: { some: { promotionId: sale } } },
    _sum: { quantity: true, totalCents: true },
  });
  expect(portions._sum).toEqual({ quantity: units, totalCents: units * 9950 });
  const numbers = await db().order.findMany({ where: { state: "paid" }, select: { number: true } });
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(units);
});
