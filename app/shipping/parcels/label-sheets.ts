import type { Paper } from "~/core/paper";

/** A rectangle on a page, in points from the top left corner. */
export type Box = { x: number; y: number; width: number; height: number };

type Sheet = {
  columns: number;
  rows: number;
  first: Box;
  /** Distance between the corners of adjacent labels. */
  across: number;
  down: number;
};
const inch = 72;
const millimeter = inch / 25.4;

/** Common sheets of six: 3⅓ × 4 in on Letter (Avery 5164), 99.1 × 93.1 mm on A4 (Avery L7166). */
const sheets: Record<Paper, Sheet> = {
  letter: {
    columns: 2,
    rows: 3,
    first: { x: (5 / 32) * inch, y: 0.5 * inch, width: 4 * inch, height: (10 / 3) * inch },
    across: 4.1875 * inch,
    down: (10 / 3) * inch,
  },
  a4: {
    columns: 2,
    rows: 3,
    first: { x: 4.65 * millimeter, y: 8.85 * millimeter, width: 99.1 * millimeter, height: 93.1 * millimeter },
    across: 101.6 * millimeter,
    down: 93.1 * millimeter,
  },
};
export const labelsPerSheet = 6;

/** One label for a label printer: 4 × 6 in. */
export const singleLabel: [number, number] = [4 * inch, 6 * inch];

/** Where the label at an index (from 0 over all sheets, row by row) is printed. */
export function placeOf(paper: Paper, index: number): { page: number; box: Box } {
  const { columns, first, across, down } = sheets[paper];
  const onPage = index % labelsPerSheet;
  return {
    page: Math.floor(index / labelsPerSheet),
    box: {
      ...first,
      x: first.x + (onPage % columns) * across,
      y: first.y + Math.floor(onPage / columns) * down,
    },
  };
}
