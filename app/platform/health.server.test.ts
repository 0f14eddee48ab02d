import { beforeAll, expect, test, vi } from "vitest";
import { damagedFile } from "../../tests/support/database/damaged-file";
import { makeReadOnly } from "../../tests/support/database/read-only";
import { db } from "./db/client.server";
import { checkIntegrity, findDamage } from "./db/integrity.server";
import { env } from "./env.server";
import { checkHealth } from "./health.server";

beforeAll(() => void vi.useFakeTimers({ toFake: ["performance"] }));

function aSecondLater(): Promise<void> {
  vi.advanceTimersByTime(1000);
  return checkHealth();
}

test("SECURITY 37: a health check writes, and everybody who asks within a second shares one", async () => {
  const [first, second] = [checkHealth(), checkHealth()];
  await first;
  expect(second).toBe(first);
  expect(checkHealth()).toBe(first);
  expect(await db().healthCheck.count()).toBe(1);
});

test("SECURITY 37: a damaged file is found, and is not healthy until it is sound", async () => {
  expect(await findDamage(env().DATABASE_URL)).toBeUndefined();
  const damaged = damagedFile();
  expect(await findDamage(damaged)).toMatch(/malformed|never used|invalid|btree|page|Tree/i);
  await checkIntegrity(damaged);
  await expect(aSecondLater()).rejects.toThrow("The database file is damaged.");
  await checkIntegrity(env().DATABASE_URL);
  await aSecondLater();
});

test("SECURITY 37: a database that can't be written is not healthy", async () => {
  await makeReadOnly();
  await expect(aSecondLater()).rejects.toThrow("The database can’t be written.");
});
