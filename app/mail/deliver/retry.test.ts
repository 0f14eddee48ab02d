import { expect, test } from "vitest";
import { maximumAttempts, minutesUntilRetry } from "./retry";

test("each wait is twice the last, up to half a day, and after about three days a person must look", () => {
  const waits = Array.from({ length: maximumAttempts - 1 }, (_, index) => minutesUntilRetry(index + 1) ?? 0);
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 720, 720, 720, 720]);
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 60).toBeCloseTo(69.25);
  expect(minutesUntilRetry(maximumAttempts)).toBeUndefined();
  expect(minutesUntilRetry(maximumAttempts + 1)).toBeUndefined();
});
