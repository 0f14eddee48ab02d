import { setTimeout as after } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { db, isPostgresql } from "~/platform/db/client.server";
import type { RunningShop } from "../support/shop/running-shop";
import { sessionIdIn, visitor } from "../support/visitor";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { ebook, openShop, sale, salePrice, startPayment, untilState } from "./shop";

let shop: RunningShop;
const addresses: string[] = [];
beforeAll(async () => {
  shop = await openShop();
  addresses.push(shop.url, await shop.addProcess(), await shop.addProcess());
});
afterAll(() => shop.close());

fault("the last unit, 50 buyers, 3 processes", "one buys it, 49 are shown the regular price", async () => {
  const stock = await db().stock.findUniqueOrThrow({ where: { id: sale } });
  const limitTo = (capacity: number) => db().stock.update({ where: { id: sale }, data: { capacity } });
  await limitTo(stock.taken + 1);
  onTestFinished(async () => void (await limitTo(stock.capacity)));
  const guests = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const guest = visitor(shop.url, addresses[index % 3]);
      await guest.add(ebook);
      return guest;
    }),
  );
  const answers = await Promise.all(
    guests.map((guest, index) => guest.checkOut({ email: `last${index}@example.com`, agreedCents: salePrice })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([303, ...Array.from({ length: 49 }, () => 409)]);
  const winner = answers.find(({ status }) => status === 303);
  if (!winner) throw new Error("no one bought it");
  const sessionId = sessionIdIn(winner);
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  await expectSound();
});

fault("a write lock held 10 s", "checkouts wait for it, and each becomes one order", async () => {
  const release = await lockWrites();
  const running = Promise.all(
    [0, 1, 2].map((index) => startPayment(shop, `lock${index}@example.com`, addresses[index])),
  );
  // The fault lasts exactly this long: on SQLite, a writer waits 15 s.
  const over = after(10_000);
  await after(9_000);
  expect(await db().order.count({ where: { email: { startsWith: "lock" } } })).toBe(0);
  await over;
  await release();
  const started = await running;
  expect(await db().order.count({ where: { email: { startsWith: "lock" } } })).toBe(3);
  for (const { sessionId } of started) {
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    await untilState(sessionId, "paid");
  }
  await expectSound();
});

/** Blocks writes to orders and stock until the returned function is called. */
async function lockWrites(): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL ?? "";
  if (isPostgresql(url)) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`BEGIN; LOCK TABLE "Order", "Stock", "StockHold" IN EXCLUSIVE MODE`);
    return () => client.query("ROLLBACK").then(() => client.end());
  }
  const file = new Sqlite(url.slice("file:".length));
  file.exec("BEGIN IMMEDIATE");
  return async () => void file.exec("ROLLBACK").close();
}
