import { expect, test, vi } from "vitest";
import { now } from "~/platform/clock.server";
import { db, isPostgresql } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { newSecret } from "~/platform/secrets.server";
import { readPricedCart } from "./priced-cart.server";

const salePrice = 9950;

test("PRICING 11: a cart that is read while a sale is edited knows the new terms, or the old revision", async () => {
  const cartId = await cartWithTheSaleBook();
  const before = await db().shop.findUniqueOrThrow({ where: { id: 1 } });

  const reading = await db().$transaction(async (tx) => {
    // On PostgreSQL whatever reads the shop waits for the edit; on SQLite every reader does.
    if (isPostgresql(env().DATABASE_URL)) await tx.$executeRaw`LOCK TABLE "Shop"`;
    const cart = readPricedCart({ cartId });
    if (isPostgresql(env().DATABASE_URL))
      await vi.waitFor(async () => expect(await readersWaiting()).toBeGreaterThan(0));
    await tx.promotion.update({ where: { id: "iv-therapeutics-sale" }, data: { status: "paused" } });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return { cart };
  });

  const { catalog, totalCents, shippingCents } = await reading.cart;
  const isOldRevision = catalog.revision === before.catalogRevision;
  const isOldPrice = totalCents - shippingCents === salePrice;
  expect(isOldPrice && !isOldRevision).toBe(false);
});

async function readersWaiting(): Promise<number> {
  const [row] = await db().$queryRaw<[{ waiting: bigint }]>`SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted`;
  return Number(row.waiting);
}

async function cartWithTheSaleBook(): Promise<string> {
  const id = newSecret();
  const at = now();
  const line = { courseFormatId: "iv-therapeutics.book_by_mail", quantity: 1, addedAt: at };
  await db().cart.create({ data: { id, updatedAt: at, lines: { create: line } } });
  return id;
}
