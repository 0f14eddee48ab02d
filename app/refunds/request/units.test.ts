import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { requestedTitles } from "./units";

const units = [
  { id: EnrollmentId.parse("a"), title: "Doses" },
  { id: EnrollmentId.parse("b"), title: "Grids" },
  { id: EnrollmentId.parse("c"), title: "Doses" },
];
test.each([
  { story: "units of a course are grouped", ids: ["c", "b", "a"], titles: ["2 × Doses", "Grids"] },
  { story: "one unit", ids: ["b"], titles: ["Grids"] },
  { story: "units of other orders are left out", ids: ["x"], titles: [] },
  { story: "nothing stored", ids: null, titles: [] },
])("$story", ({ ids, titles }) => {
  expect(requestedTitles(ids, units)).toEqual(titles);
});
