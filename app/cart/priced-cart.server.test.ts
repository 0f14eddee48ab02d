import { expect, test } from "vitest";
import { CartId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db, isPostgresql } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { env } from "~/platform/env.server";
import { newSecret } from "~/platform/secrets.server";
import type { Destination } from "~/shipping/zones";
import { until } from "../../tests/support/until";
import { viewCart } from "./cart-view";
import { readPricedCart } from "./priced-cart.server";

const salePrice = 9950;

test("PRICING 11: a cart read while a sale is being edited has the new terms, or the old revision", async () => {
  const cartId = await cartWithTheSaleBook();
  const before = await db().shop.findUniqueOrThrow({ where: { id: 1 } });

  const reading = await transaction(async (tx) => {
    // On PostgreSQL, anything that reads the shop's row waits for the edit; on SQLite, every reader does.
    if (isPostgresql(env().DATABASE_URL)) await tx.$executeRaw`LOCK TABLE "Shop"`;
    const cart = readPricedCart({ cartId: CartId.parse(cartId) });
    if (isPostgresql(env().DATABASE_URL)) await until(async () => expect(await readersWaiting()).toBeGreaterThan(0));
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

test("shipping depends on weight and destination: an estimate until the address is known, then the zone's rate", async () => {
  const cartId = await cartWithTheSaleBook();
  const { weightGrams, shipping, shippingCents } = await readPricedCart({ cartId: CartId.parse(cartId) });
  expect([weightGrams, shippingCents]).toEqual([375 + 120, 595]);
  expect(shipping).toEqual({ kind: "estimate", from: 595, to: 1695 });
  const to = async (destination: Destination) =>
    (await readPricedCart({ cartId: CartId.parse(cartId), destination })).shipping;
  expect(await to({ country: "US", state: "WI" })).toMatchObject({ kind: "rate", price: 595 });
  expect(await to({ country: "US", state: "HI" })).toMatchObject({ kind: "rate", price: 895 });
  expect(await to({ country: "DE" })).toEqual({ kind: "not-served" });
});

test("a cart too heavy for one parcel, or for a place we don't mail to, stops checkout and costs nothing", async () => {
  const cartId = await cartWithTheSaleBook();
  await db().cartLine.updateMany({ where: { cartId }, data: { quantity: 6 } });
  const heavy = await readPricedCart({ cartId: CartId.parse(cartId), destination: { country: "CA" } });
  expect(heavy).toMatchObject({ shipping: { kind: "too-heavy", maxGrams: 2000 }, shippingCents: 0 });
  expect(viewCart(heavy)).toMatchObject({ canCheckOut: false, mailing: { price: "too heavy" } });
  // It can still go somewhere, so the cart may be paid for once the address is known.
  const anywhere = viewCart(await readPricedCart({ cartId: CartId.parse(cartId) }));
  expect(anywhere).toMatchObject({ canCheckOut: true, mailing: { price: "from $18.95" } });
  await db().shippingZone.deleteMany();
  expect(viewCart(await readPricedCart({ cartId: CartId.parse(cartId) }))).toMatchObject({ canCheckOut: false });
});
