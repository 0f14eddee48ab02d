const firstWaitMinutes = 5;
const longestWaitMinutes = 12 * 60;

/** The thirteenth attempt is 69 hours after the first: after three days of retries a person must look. */
export const maximumAttempts = 13;

/** Letters with a link that works once. Anyone can request one for any address, and whoever needs it requests another. */
export const requestedKinds = ["sign-in", "continue-checkout"];

/** Minutes until a time-sensitive letter becomes useless; the requester asks again, so staff needn't look. Undefined
 *  for other kinds. */
export function expiresAfterMinutes(kind: string): number | undefined {
  return requestedKinds.includes(kind) ? 60 : undefined;
}

/** Minutes until the next attempt after a number of failures: 5, 10, 20 … up to half a day; undefined after the last.
 *  */
export function minutesUntilRetry(attempts: number): number | undefined {
  if (attempts >= maximumAttempts) return undefined;
  return Math.min(firstWaitMinutes * 2 ** (attempts - 1), longestWaitMinutes);
}
