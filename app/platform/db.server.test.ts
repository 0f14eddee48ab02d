import { expect, test } from "vitest";
import { databaseNow, db, isAlreadyThere } from "./db.server";
import { env } from "./env.server";
import { migrate, missingMigrations } from "./migrate.server";

test("migrating again changes nothing, and nothing is missing", async () => {
  expect(await migrate(env().DATABASE_URL)).toEqual([]);
  expect(await missingMigrations(env().DATABASE_URL)).toEqual([]);
});

test("the database tells its own time", async () => {
  expect(Math.abs((await databaseNow(db())).getTime() - Date.now())).toBeLessThan(60_000);
});

test("SECURITY: constraints that guard money and stock are in the database itself", async () => {
  const stock = await db().stock.create({ data: { capacity: 2 } });
  await expect(db().stock.update({ where: { id: stock.id }, data: { taken: 3 } })).rejects.toThrow();
  await expect(db().stock.update({ where: { id: stock.id }, data: { taken: -1 } })).rejects.toThrow();
  await expect(
    db().courseFormat.update({ where: { id: "iv-therapeutics.ebook" }, data: { priceCents: -1 } }),
  ).rejects.toThrow();
  await expect(
    db().cartLine.create({ data: { cartId: "none", courseFormatId: "none", quantity: 1, addedAt: new Date() } }),
  ).rejects.toThrow();
});

test("an insert that lost a race is told apart from a fault", async () => {
  const twice = await db()
    .cart.create({ data: { id: "twice", updatedAt: new Date() } })
    .then(() =>
      db()
        .cart.create({ data: { id: "twice", updatedAt: new Date() } })
        .catch((error: unknown) => error),
    );
  expect(isAlreadyThere(twice)).toBe(true);
  expect(isAlreadyThere(new Error("another"))).toBe(false);
});
