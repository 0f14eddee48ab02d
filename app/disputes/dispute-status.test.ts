import { expect, test } from "vitest";
import { isClosed, needsResponse, statusesBefore } from "./dispute-status";

test.each([
  { status: "needs_response", after: ["warning_needs_response", "warning_under_review", "needs_response"] },
  {
    status: "under_review",
    after: ["warning_needs_response", "warning_under_review", "needs_response", "under_review"],
  },
  { status: "warning_needs_response", after: ["warning_needs_response"] },
])("a dispute becomes $status only from an earlier status", ({ status, after }) => {
  expect(statusesBefore(status)).toEqual(after);
});

test.each(["won", "lost", "warning_closed", "prevented"])(
  "%s is final: nothing follows, and no response is needed",
  (status) => {
    expect(isClosed(status)).toBe(true);
    expect(needsResponse(status)).toBe(false);
    for (const next of ["needs_response", "under_review", "won", "lost", "something_new"])
      expect(statusesBefore(next)).not.toContain(status);
  },
);

test("an unknown status is saved from any open one", () => {
  expect(statusesBefore("something_new")).toContain("under_review");
  expect(isClosed("something_new")).toBe(false);
});
