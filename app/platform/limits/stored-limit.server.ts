import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { now } from "../clock.server";
import { db } from "../db/client.server";
import { log } from "../log.server";
import { signatureOf } from "../secrets.server";

type Use = { allowed: boolean; seconds: number; used: number };

/** Counts uses of a key in rows that all processes share. Never use it in a transaction: a refused use must stay counted, and on SQLite
 *  it would wait for that transaction to end.
 *
 *  After the first refusal this process refuses without asking the database, so a flood doesn't write. If the database fails, the
 *  process counts in its own memory: neither does the door open, nor does the shop stop. */
export function createStoredLimit(name: string, points: number, seconds: number) {
  const inMemory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  const inRows = new RateLimiterPrisma({
    // Asked for at each use: the database is opened later than this module, and tests open several.
    storeClient: {
      get rateLimit() {
        return db().rateLimit;
      },
    },
    tableName: "rateLimit",
    keyPrefix: name,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points + 1,
    // `sweepLimits` does.
    clearExpiredByTimeout: false,
  });
  type Limiter = typeof inRows | typeof inMemory;

  async function withInsurance<Answer>(work: (limiter: Limiter) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(inRows);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error;
      log.warn({ err: error, limit: name }, "a limit can't be counted in the database; this process counts alone");
      return work(inMemory);
    }
  }

  return {
    /** Uses first, so of any number of simultaneous uses only `points` are allowed. `duration` is that of a row that starts with
     *  this use. */
    async use(key: string, duration = seconds): Promise<Use> {
      try {
        const used = await withInsurance((limiter) => limiter.consume(hidden(key), 1, { customDuration: duration }));
        return { allowed: true, seconds: 0, used: used.consumedPoints };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, seconds: Math.ceil(refusal.msBeforeNext / 1000) || 1, used: refusal.consumedPoints };
      }
    },
    async giveBack(key: string): Promise<void> {
      await withInsurance((limiter) => limiter.reward(hidden(key)));
    },
    async forget(key: string): Promise<void> {
      await withInsurance((limiter) => limiter.delete(hidden(key)));
    },
  };
}

/** Nobody reads a network or an e-mail address from the table, and a key has one length. */
function hidden(key: string): string {
  return signatureOf("limit", key);
}

/** More rows than any honest day leaves. A flood from ever new networks can't fill the disk: the rows that end first go first. */
const mostRows = 200_000;

/** Deletes what no limit needs anymore. */
export async function sweepLimits(most = mostRows): Promise<void> {
  await db().rateLimit.deleteMany({ where: { expire: { lte: now() } } });
  const [firstKept] = await db().rateLimit.findMany({
    orderBy: { expire: "desc" },
    skip: most,
    take: 1,
    select: { expire: true },
  });
  if (!firstKept?.expire) return;
  log.warn({ most }, "too many limits are being counted; those that end first are dropped");
  await db().rateLimit.deleteMany({ where: { expire: { lte: firstKept.expire } } });
}
