import { expect, test } from "vitest";
import { env } from "../env.server";
import { db, isPostgresql } from "./client.server";
import { databaseNow } from "./clock.server";
import { migrate, missingMigrations } from "./migrate.server";

test("migrating again changes nothing, and nothing is missing", async () => {
  expect(await migrate(env().DATABASE_URL)).toEqual([]);
  expect(await missingMigrations(env().DATABASE_URL)).toEqual([]);
});

test("the database tells its own time", async () => {
  expect(Math.abs((await databaseNow(db())).getTime() - Date.now())).toBeLessThan(60_000);
});

test("SECURITY 28: constraints that guard money and stock are in the database itself", async () => {
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

test("SECURITY 29: what the database acknowledges survives a power cut, and a lock is waited for", async () => {
  const first = async (statement: string) =>
    String(Object.values((await db().$queryRawUnsafe<object[]>(statement))[0] ?? {})[0]);
  if (isPostgresql(env().DATABASE_URL)) {
    expect(await first("SHOW synchronous_commit")).toBe("on");
    return;
  }
  expect(await first("PRAGMA journal_mode")).toBe("wal");
  expect(await first("PRAGMA synchronous")).toBe("2");
  expect(await first("PRAGMA busy_timeout")).toBe("15000");
  expect(await first("PRAGMA foreign_keys")).toBe("1");
});
