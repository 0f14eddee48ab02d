import { expect, test } from "vitest";
import { isClosed, needsAnswer, statusesBefore } from "./dispute-status";

test.each([
  { status: "needs_response", after: ["warning_needs_response", "warning_under_review", "needs_response"] },
  {
    status: "under_review",
    after: ["warning_needs_response", "warning_under_review", "needs_response", "under_review"],
  },
  { status: "warning_needs_response", after: ["warning_needs_response"] },
])("a dispute becomes $status from what comes before only", ({ status, after }) => {
  expect(statusesBefore(status)).toEqual(after);
});

test.each(["won", "lost", "warning_closed", "prevented"])(
  "%s is final: nothing follows, and it asks for nothing",
  (status) => {
    expect(isClosed(status)).toBe(true);
    expect(needsAnswer(status)).toBe(false);
    for (const next of ["needs_response", "under_review", "won", "lost", "something_new"])
      expect(statusesBefore(next)).not.toContain(status);
  },
);

test("a status that nobody here knows is noted from any open one", () => {
  expect(statusesBefore("something_new")).toContain("under_review");
  expect(isClosed("something_new")).toBe(false);
});
