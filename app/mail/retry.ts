const firstWaitMinutes = 5;
const longestWaitMinutes = 12 * 60;

/** The thirteenth attempt comes 69 hours after the first one: after three days of trying a person must look. */
export const maximumAttempts = 13;

/** For how many minutes somebody waits for a letter that is of no use later; whoever wanted one asks again, so no person needs to
 *  look either. Undefined for every other kind. */
export function usefulMinutes(kind: string): number | undefined {
  return kind === "sign-in" ? 60 : undefined;
}

/** Minutes until the next attempt after so many that failed: 5, 10, 20 … up to half a day; undefined where it was the last. */
export function minutesUntilRetry(attempts: number): number | undefined {
  if (attempts >= maximumAttempts) return undefined;
  return Math.min(firstWaitMinutes * 2 ** (attempts - 1), longestWaitMinutes);
}
