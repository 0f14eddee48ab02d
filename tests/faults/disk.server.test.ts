import { expect, onTestFinished } from "vitest";
import { closeDatabase, db } from "~/platform/db/client.server";
import { copyTo } from "../support/database/database-copy";
import { smallDisk } from "../support/database/small-disk";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { ebook, salePrice, untilState } from "./shop";

fault(
  "the disk is full",
  "checkouts are refused with a message, the cart is kept, and once there is space the same shopper pays once",
  async () => {
    const disk = smallDisk(64);
    onTestFinished(disk.remove);
    const copy = await copyTo(process.env.DATABASE_URL ?? "", disk.folder);
    onTestFinished(copy.remove);
    const shop = await startShop({ databaseUrl: copy.url, mail: process.env.MAIL ?? "" });
    onTestFinished(async () => {
      await shop.close();
      await closeDatabase();
    });
    process.env.DATABASE_URL = copy.url;
    process.env.STRIPE_API = shop.standIn.url;
    const guest = visitor(shop.url);
    await guest.add(ebook);
    const before = sessionIdIn(await guest.checkOut({ email: "before@example.com", agreedCents: salePrice }));
    const guests = await Promise.all(Array.from({ length: 40 }, () => guestWithCourse(shop.url)));
    disk.fill();
    const { unlucky, refused, email } = await untilRefused(guests);
    expect(await refused.text()).toMatch(/try again/i);
    expect(await (await unlucky.get("/cart")).text()).toContain("IV Therapeutics");
    // PostgreSQL's own disk is not ours to measure.
    const isFull = copy.url.startsWith("file:");
    // An answer is shared for a second, so the first can be older than the full disk.
    await until(async () => {
      const health = await fetch(`${shop.url}/healthz`);
      expect(health.status).toBe(isFull ? 503 : 200);
      if (isFull) expect(await health.json()).toEqual({ status: "unavailable", reason: "The disk is full." });
    });
    // Reading still works: the catalog needs no space.
    expect((await visitor(shop.url).get("/courses/iv-therapeutics")).status).toBe(200);
    await shop.control(`sessions/${before}/pay`, { outcome: "paid" });
    await untilTold(shop);
    disk.clear();
    await until(async () => expect((await fetch(`${shop.url}/healthz`)).status).toBe(200));
    await untilState(before, "paid");
    const sessionId = sessionIdIn(await unlucky.checkOut({ email, agreedCents: salePrice }));
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    await untilState(sessionId, "paid");
    expect(await db().order.count({ where: { email, state: { not: "expired" } } })).toBe(1);
    await expectSound();
  },
);

/** The webhook arrived while the disk was full, and got its response. */
const untilTold = (shop: RunningShop) =>
  until(async () => {
    const { data } = (await (await fetch(`${shop.standIn.url}/_control/deliveries`)).json()) as {
      data: { attempts: object[] }[];
    };
    expect(data.flatMap(({ attempts }) => attempts)).not.toEqual([]);
  });

async function guestWithCourse(shopUrl: string) {
  const guest = visitor(shopUrl);
  await guest.add(ebook);
  return guest;
}

/** The tables' existing pages still hold a few orders; then one is refused. */
async function untilRefused(guests: ReturnType<typeof visitor>[]) {
  for (const [index, unlucky] of guests.entries()) {
    const email = `full${index}@example.com`;
    const refused = await unlucky.checkOut({ email, agreedCents: salePrice });
    if (refused.status >= 500) return { unlucky, refused, email };
  }
  throw new Error("the disk never was full");
}
