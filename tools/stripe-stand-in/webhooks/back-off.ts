const longestWaitMs = 60 * 60 * 1000;

/** With the usual base of one second, sixteen attempts span about five hours. */
export const mostAttempts = 16;

/** Milliseconds to wait after this many failed attempts: the base, doubled each time, at most an hour. */
export function retryDelayMs(failedAttempts: number, baseMs: number): number {
  return Math.min(baseMs * 2 ** (failedAttempts - 1), longestWaitMs);
}
