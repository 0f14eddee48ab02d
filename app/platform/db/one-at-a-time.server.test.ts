import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { env } from "../env.server";
import { db, isPostgresql, sqliteFile } from "./client.server";
import { transaction } from "./transaction.server";

const cart = (id: string) => ({ data: { id, updatedAt: new Date() } });

/** Opens a transaction that has written and stays open until `end` is called. */
function openTransaction(id: string) {
  let end: (error?: Error) => void = () => {};
  let opened: () => void = () => {};
  const isOpen = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const done = transaction(async (tx) => {
    await tx.cart.create(cart(id));
    const ending = new Promise<void>((resolve, reject) => {
      end = (error) => (error ? reject(error) : resolve());
    });
    opened();
    await ending;
  });
  return { isOpen, done, end: (error?: Error) => end(error) };
}

/** Prisma sends a query only when it is awaited. */
async function started<Value>(query: PromiseLike<Value>): Promise<Value> {
  return await query;
}

/** Long enough for an unblocked query; a blocked one is still waiting afterward. */
async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test("one visitor's write is not rolled back with another's transaction", async () => {
  const another = openTransaction("another");
  await another.isOpen;
  const written = started(db().cart.create(cart("mine")));
  await someTurns();
  another.end(new Error("its units are gone"));
  await expect(another.done).rejects.toThrow("its units are gone");
  await written;
  expect(await db().cart.findMany({ where: { id: { in: ["mine", "another"] } }, select: { id: true } })).toEqual([
    { id: "mine" },
  ]);
});

test("no one reads another transaction's uncommitted data", async () => {
  const another = openTransaction("unsettled");
  await another.isOpen;
  const seen = started(db().cart.findUnique({ where: { id: "unsettled" } }));
  await someTurns();
  another.end(new Error("taken back"));
  await expect(another.done).rejects.toThrow("taken back");
  expect(await seen).toBeNull();
});

test("a failed COMMIT leaves nothing open: the next statement is its own transaction", async () => {
  if (isPostgresql(env().DATABASE_URL)) return;
  const broken = transaction(async (tx) => {
    await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
    await tx.cartLine.create({ data: { cartId: "none", courseFormatId: "none", quantity: 1, addedAt: new Date() } });
  });
  await expect(broken).rejects.toThrow();
  await transaction((tx) => tx.cart.create(cart("next")));
  expect(await db().cartLine.count()).toBe(0);
  expect(await db().cart.count({ where: { id: "next" } })).toBe(1);
});

test("a transaction that reads first can still write, even if another process tries to write in between", async () => {
  if (isPostgresql(env().DATABASE_URL)) return;
  const other = new Sqlite(sqliteFile(env().DATABASE_URL), { timeout: 0 });
  onTestFinished(() => void other.close());
  const write = () => other.exec(`UPDATE "Shop" SET "phone" = "phone"`);
  await transaction(async (tx) => {
    await tx.cart.count();
    // It has to wait for its turn, instead of making ours impossible.
    expect(write).toThrow("database is locked");
    await tx.cart.create(cart("read-first"));
  });
  expect(write).not.toThrow();
  expect(await db().cart.count({ where: { id: "read-first" } })).toBe(1);
});
