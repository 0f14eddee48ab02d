import { afterEach, beforeEach, expect, vi } from "vitest";

// An unexpected error is a failure, even if the test itself would pass.
const seen: unknown[][] = [];
beforeEach(() => {
  seen.length = 0;
  vi.spyOn(console, "error").mockImplementation((...parts) => void seen.push(parts));
});
afterEach(() => {
  expect(seen, "unexpected console.error").toEqual([]);
});
