import { afterEach, beforeEach, expect, vi } from "vitest";

// An error that nobody expected is a failure, also where the test itself would pass.
const seen: unknown[][] = [];
beforeEach(() => {
  seen.length = 0;
  vi.spyOn(console, "error").mockImplementation((...parts) => void seen.push(parts));
});
afterEach(() => {
  expect(seen, "unexpected console.error").toEqual([]);
});
