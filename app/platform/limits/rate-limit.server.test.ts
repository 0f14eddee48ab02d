import { afterEach, expect, test, vi } from "vitest";
import { db } from "../db/client.server";
import { createNetworkLimit, createRateLimit } from "./rate-limit.server";
import { createSlowdown } from "./slowdown.server";
import { sweepLimits } from "./stored-limit.server";

afterEach(() => void vi.useRealTimers());

function later(seconds: number) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });
}

/** The same code with a memory and a database connection of its own, as in another process. */
async function anotherProcess() {
  vi.resetModules();
  const [limits, client] = await Promise.all([import("./rate-limit.server"), import("../db/client.server")]);
  return { ...limits, close: client.closeDatabase };
}

test("SECURITY 50: a limit counts over all processes", async () => {
  const here = createRateLimit("shared", 5, 60);
  const other = await anotherProcess();
  const there = other.createRateLimit("shared", 5, 60);
  const waits = [];
  for (let n = 0; n < 4; n++) waits.push(await here.use("key"), await there.use("key"));
  expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  expect(Math.min(...waits.slice(5))).toBeGreaterThan(0);
  await other.close();
});

test("SECURITY 50: of many simultaneous uses in two processes, only the allowed number goes through", async () => {
  const other = await anotherProcess();
  const limits = [createRateLimit("crowd", 7, 60), other.createRateLimit("crowd", 7, 60)];
  const waits = await Promise.all(Array.from({ length: 40 }, (_, index) => limits[index % 2]?.use("key")));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(7);
  await other.close();
});

test("SECURITY 50: a new time window starts over, and other keys and limits have their own", async () => {
  const limit = createRateLimit("window", 1, 60);
  expect(await limit.use("key")).toBe(0);
  expect(await limit.use("key")).toBeGreaterThan(50);
  expect(await limit.use("another key")).toBe(0);
  expect(await createRateLimit("another limit", 1, 60).use("key")).toBe(0);
  later(61);
  expect(await limit.use("key")).toBe(0);
});

test("SECURITY 50: uses that were given back never add up to a refusal", async () => {
  const limit = createNetworkLimit("given back", 2, 60);
  for (let n = 0; n < 20; n++) {
    expect(await limit.use("2001:db8::1")).toBe(0);
    await limit.giveBack("2001:db8::1");
  }
});

test("SECURITY 50: a flood of refused uses writes once", async () => {
  const limit = createRateLimit("flood", 3, 60);
  for (let n = 0; n < 50; n++) await limit.use("key");
  expect(await pointsOf("flood")).toEqual([4]);
});

test("SECURITY 50: an IPv6 customer has one limit for all addresses of a /64, and a wider one for its /48", async () => {
  const limit = createNetworkLimit("six", 2, 60);
  for (const address of ["2001:db8:7::1", "2001:db8:7::2"]) expect(await limit.use(address)).toBe(0);
  expect(await limit.use("2001:db8:7::3")).toBeGreaterThan(0);
  for (let subnet = 1; subnet <= 14; subnet++) expect(await limit.use(`2001:db8:7:${subnet}::1`), `${subnet}`).toBe(0);
  expect(await limit.use("2001:db8:7:99::1")).toBeGreaterThan(0);
  expect(await limit.use("2001:db8:8::1")).toBe(0);
});

test("SECURITY 50: rows name no network", async () => {
  await createNetworkLimit("hidden", 2, 60).use("203.0.113.77");
  expect(JSON.stringify(await db().rateLimit.findMany())).not.toContain("203.0.113");
});

test("SECURITY 50: if the database fails, a process counts alone", async () => {
  const limit = createRateLimit("insured", 2, 60);
  await db().$executeRawUnsafe('ALTER TABLE "RateLimit" RENAME TO "Elsewhere"');
  expect([await limit.use("key"), await limit.use("key")]).toEqual([0, 0]);
  expect(await limit.use("key")).toBeGreaterThan(0);
  await limit.giveBack("other key");
  await db().$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "RateLimit"');
});

test("SECURITY 51: after the free uses each one waits longer, a refused one changes nothing, and a success starts over", async () => {
  later(0);
  const slowdown = createSlowdown("slow", { free: 2, seconds: 3600, first: 10, longest: 30 });
  for (let n = 0; n < 3; n++) expect(await slowdown.use("key")).toBe(0);
  for (const seconds of [10, 20, 30, 30]) {
    for (let n = 0; n < 5; n++) expect(await slowdown.use("key")).toSatisfy((wait) => wait > 0 && wait <= seconds);
    later(seconds - 5);
    expect(await slowdown.use("key")).toBeGreaterThan(0);
    later(6);
    expect(await slowdown.use("key"), `after ${seconds}`).toBe(0);
  }
  await slowdown.forget("key");
  for (let n = 0; n < 3; n++) expect(await slowdown.use("key")).toBe(0);
});

test("SECURITY 51: simultaneous uses get the free ones and one more", async () => {
  const slowdown = createSlowdown("slow crowd", { free: 4, seconds: 3600, first: 60, longest: 60 });
  const waits = await Promise.all(Array.from({ length: 30 }, () => slowdown.use("key")));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

test("SECURITY 50: the sweep deletes limits whose time is over, and keeps a bounded number of rows", async () => {
  await db().rateLimit.deleteMany();
  await createRateLimit("short", 1, 10).use("key");
  for (let n = 0; n < 5; n++) await createRateLimit("long", 1, 60 + n).use(`key ${n}`);
  later(11);
  await sweepLimits();
  expect(await db().rateLimit.count()).toBe(5);
  await sweepLimits(3);
  expect(await db().rateLimit.count()).toBe(3);
});

async function pointsOf(name: string): Promise<number[]> {
  const rows = await db().rateLimit.findMany({ where: { key: { startsWith: `${name}:` } }, select: { points: true } });
  return rows.map(({ points }) => points);
}
