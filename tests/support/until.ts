import { vi } from "vitest";

/** Waits until `fact` no longer throws, trying every `interval` milliseconds. It may take as long as a test may: a
 *  slow machine never fails a test. */
export function until<Fact>(fact: () => Fact | Promise<Fact>, interval = 50): Promise<Fact> {
  return vi.waitFor(fact, { timeout: 590_000, interval });
}
