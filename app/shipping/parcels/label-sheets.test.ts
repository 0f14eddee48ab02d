import { expect, test } from "vitest";
import { labelsPerSheet, placeOf } from "./label-sheets";

const pages = { letter: [612, 792], a4: [595.28, 841.89] } as const;

test.each(["letter", "a4"] as const)("the labels of a sheet fit the %s page and never overlap", (paper) => {
  const boxes = Array.from({ length: labelsPerSheet }, (_, index) => placeOf(paper, index).box);
  const [width, height] = pages[paper];
  for (const box of boxes) {
    expect(Math.min(box.x, box.y)).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(width);
    expect(box.y + box.height).toBeLessThan(height);
  }
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
      const isBelow = one.y + one.height <= other.y + 0.01;
      expect(isBeside || isBelow).toBe(true);
    }
  });
});

test("the seventh label starts the second sheet", () => {
  expect(placeOf("letter", 6)).toEqual({ ...placeOf("letter", 0), page: 1 });
});
