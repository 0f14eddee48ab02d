/** The stand-in's own clock: the machine's, moved forward by as much as a test or demo requested. */
export type Clock = {
  /** Whole seconds since 1970, Stripe's format for every time. */
  now(): number;
  milliseconds(): number;
};

/** Reads the offset every time, because it is part of the world (and so survives a restart with the data). */
export function startClock(offsetSeconds: () => number, realMilliseconds: () => number = Date.now): Clock {
  const milliseconds = () => realMilliseconds() + offsetSeconds() * 1000;
  return { milliseconds, now: () => Math.floor(milliseconds() / 1000) };
}
