import { expect, test } from "vitest";
import { requestedTitles } from "./requested-units";

const units = [
  { id: "a", title: "Doses" },
  { id: "b", title: "Grids" },
  { id: "c", title: "Doses" },
];
test.each([
  { story: "units of a course are grouped", ids: ["c", "b", "a"], titles: ["2 × Doses", "Grids"] },
  { story: "one unit", ids: ["b"], titles: ["Grids"] },
  { story: "units of other orders are left out", ids: ["x"], titles: [] },
  { story: "nothing stored", ids: null, titles: [] },
])("$story", ({ ids, titles }) => {
  expect(requestedTitles(ids, units)).toEqual(titles);
});
