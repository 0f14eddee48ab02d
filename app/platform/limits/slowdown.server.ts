import { RateLimiterMemory } from "rate-limiter-flexible";
import { delayAfter, type Pace } from "./pace";
import { createStoredLimit } from "./stored-limit.server";

/** Slows a key down instead of locking it (SECURITY 51): after `free` uses each further one has to wait longer, up to `longest`. */
export function createSlowdown(name: string, pace: Pace) {
  const counted = createStoredLimit(`${name}-count`, Number.MAX_SAFE_INTEGER, pace.seconds);
  /** Closed after each use beyond the free ones, for as long as the next one has to wait. */
  const gate = createStoredLimit(`${name}-gate`, 1, pace.longest);
  /** What this process refused, so that a flood of refused uses doesn't write. */
  const refused = new RateLimiterMemory({ keyPrefix: name, points: 1, duration: pace.longest });
  return {
    /** Seconds to wait, or 0 if this use is allowed. A refused use doesn't make the wait longer. */
    async use(key: string): Promise<number> {
      const waiting = await refused.get(key);
      if (waiting && waiting.msBeforeNext > 0) return Math.ceil(waiting.msBeforeNext / 1000);
      const { used } = await counted.use(key);
      const delay = delayAfter(used, pace);
      if (delay === 0) return 0;
      const { allowed, seconds } = await gate.use(key, delay);
      if (allowed) return 0;
      await counted.giveBack(key);
      await refused.set(key, 1, seconds);
      return seconds;
    },
    /** Starts over, after a success. */
    async forget(key: string): Promise<void> {
      await Promise.all([counted.forget(key), gate.forget(key), refused.delete(key)]);
    },
  };
}
