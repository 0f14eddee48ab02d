import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { wishedTitles } from "./wished-units";

const units = [
  { id: EnrollmentId.parse("a"), title: "Doses" },
  { id: EnrollmentId.parse("b"), title: "Grids" },
  { id: EnrollmentId.parse("c"), title: "Doses" },
];
test.each([
  { story: "units of a course stand together", ids: ["c", "b", "a"], titles: ["2 × Doses", "Grids"] },
  { story: "one unit", ids: ["b"], titles: ["Grids"] },
  { story: "what is not the order’s is left out", ids: ["x"], titles: [] },
  { story: "nothing that was stored", ids: null, titles: [] },
])("$story", ({ ids, titles }) => {
  expect(wishedTitles(ids, units)).toEqual(titles);
});
