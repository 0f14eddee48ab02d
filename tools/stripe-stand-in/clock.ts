/** The stand-in's own clock: the machine's, moved forward by as much as a test or a demo has asked for. */
export type Clock = {
  /** Seconds since 1970, whole, as Stripe writes every time. */
  now(): number;
  milliseconds(): number;
};

/** Reads the offset afresh each time, because it lives in the world (and so survives a restart with the data). */
export function startClock(offsetSeconds: () => number, realMilliseconds: () => number = Date.now): Clock {
  const milliseconds = () => realMilliseconds() + offsetSeconds() * 1000;
  return { milliseconds, now: () => Math.floor(milliseconds() / 1000) };
}
