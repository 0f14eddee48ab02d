import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Allows `points` uses of a key within `seconds`. Counted per process: enough to stop guessing, but not a quota. */
export function createRateLimit(points: number, seconds: number) {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    /** Seconds to wait, or 0 if this use is allowed. */
    async use(key: string): Promise<number> {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000) || 1;
        throw refusal;
      }
    },
    /** Seconds until the next use is allowed, without using one. */
    async wait(key: string): Promise<number> {
      const used = await limiter.get(key);
      return used && used.remainingPoints <= 0 ? Math.ceil(used.msBeforeNext / 1000) || 1 : 0;
    },
    async forget(key: string): Promise<void> {
      await limiter.delete(key);
    },
  };
}
