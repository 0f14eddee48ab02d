import { vi } from "vitest";

/** Waits until a fact is there: until `fact` no longer throws, asked every `interval` milliseconds. It has as long as a test has: a
 *  slow machine is no failure. */
export function until<Fact>(fact: () => Fact | Promise<Fact>, interval = 50): Promise<Fact> {
  return vi.waitFor(fact, { timeout: 590_000, interval });
}
