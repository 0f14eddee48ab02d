export type Pace = {
  /** Uses without any wait. */
  free: number;
  /** How long uses are counted, from the first. */
  seconds: number;
  /** Seconds to wait after the first use that is not free; then twice as long each time. */
  first: number;
  longest: number;
};

/** How long the next use has to wait after the `used`th, in seconds. */
export function delayAfter(used: number, { free, first, longest }: Pace): number {
  if (used <= free) return 0;
  return Math.min(longest, first * 2 ** Math.min(used - free - 1, 30));
}
