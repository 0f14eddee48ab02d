import { drawLine, type Line, setLine } from "~/platform/pdf/any-script.server";
import type { Face, Pdf } from "~/platform/pdf/pdf.server";
import { breakLines } from "~/platform/pdf/text-direction";
import type { Box } from "./label-sheets";

export type Block = { size: number; lines: Line[] };
type Fit = { face: Face; width: number; height: number; largest: number };

const leading = 1.25;
const smallest = 4;
/** Text shrinks to this size before a word is split. */
const readable = 9;
/** Widths are measured once at this size and scaled. */
const measured = 10;

/** Finds the largest whole size at which all lines, wrapped if needed, fit a box, so an address of any length stays on its label.
 *  At 4 points, the longest address the form accepts needs less than half a label. */
export function fitLines(pdf: Pdf, texts: string[], { face, width, height, largest }: Fit): Block {
  const widths = new Map<string, number>();
  const measure = (text: string) => {
    const known = widths.get(text) ?? setLine(pdf, text, face, measured).width;
    widths.set(text, known);
    return known;
  };
  const longestWord = Math.max(0, ...texts.flatMap((text) => text.split(" ").map(measure)));
  let size = largest;
  let broken: string[] = [];
  for (; size >= smallest; size--) {
    if (size > readable && (longestWord * size) / measured > width) continue;
    broken = texts.flatMap((text) => breakLines(text, (width * measured) / size, measure));
    if (broken.length * size * leading <= height) break;
  }
  size = Math.max(size, smallest);
  return { size, lines: broken.map((text) => setLine(pdf, text, face, size)) };
}

export function heightOf({ size, lines }: Block): number {
  return lines.length * size * leading;
}

/** Prints a block from the top left corner of its box; returns its bottom. */
export function drawBlockAt(pdf: Pdf, block: Block, { x, y }: Pick<Box, "x" | "y">): number {
  const { size, lines } = block;
  lines.forEach((line, index) => {
    drawLine(pdf, line, size, x, y + size + index * size * leading);
  });
  return y + heightOf(block);
}
