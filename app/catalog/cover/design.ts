import type { DisciplineCode } from "../read/disciplines";
import { hash, seededRandom } from "./art/pen";
import { type CoverPalette, coverPalettes } from "./palette";

/** Margin around the title, in units of a 300 x 400 cover. */
export const margin = 25;
const leading = 1.08;

export type CoverDesign = {
  palette: CoverPalette;
  titleAt: "top" | "bottom";
  /** The title's lines, and their font size in units of a cover 300 wide. */
  lines: { text: string; baseline: number }[];
  size: number;
  /** Edge of the title block that faces the picture, in units from the top. */
  titleEnd: number;
};

/** Colors and typography of a course's cover, shared by the picture (`drawCover`) and the title on the page. */
export function designCover(discipline: DisciplineCode, title: string): CoverDesign {
  const random = seededRandom(hash(`cover 362 ${title}`));
  const palette = random.pick(coverPalettes[discipline]);
  const titleAt = random.pick(["top", "top", "bottom"] as const);
  const { lines, size } = setTitle(title);
  const step = size * leading;
  const first = titleAt === "top" ? margin + size * 0.86 : 400 - margin - 8 - (lines.length - 1) * step;
  return {
    palette,
    titleAt,
    size,
    lines: lines.map((text, index) => ({ text, baseline: Math.round((first + index * step) * 10) / 10 })),
    titleEnd: Math.round(titleAt === "top" ? first + (lines.length - 1) * step + size * 0.3 : first - size * 0.8),
  };
}

const measure = 245;

/** Largest size at which the title fits in few enough lines. */
export function setTitle(title: string): { lines: string[]; size: number } {
  for (const { size, most } of [
    { size: 38, most: 3 },
    { size: 33, most: 4 },
    { size: 28, most: 5 },
  ]) {
    const lines = breakLines(title, size);
    if (lines.length <= most && lines.every((line) => widthOf(line) * size <= measure)) return { lines, size };
  }
  return { lines: breakLines(title, 24), size: 24 };
}

/** Fills lines from the first word, then evens them out so no short word ends up alone on the last line. */
function breakLines(title: string, size: number): string[] {
  const count = fill(title, size, measure).length;
  let narrow = measure;
  while (narrow > 90 && fill(title, size, narrow - 6).length === count) narrow -= 6;
  return fill(title, size, narrow);
}

function fill(title: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) * size <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Approximate width of a text in ems of the covers' serif, by letter class. */
function widthOf(text: string): number {
  let ems = 0;
  for (const letter of text) {
    if (/[ijltf.,:;'! ]/.test(letter)) ems += 0.27;
    else if (/[mwMW]/.test(letter)) ems += 0.82;
    else if (/[A-Z]/.test(letter)) ems += 0.66;
    else ems += 0.475;
  }
  return ems;
}
