import type { Pdf } from "~/platform/pdf/pdf.server";
import { drawBlockAt, fitLines, heightOf } from "./address-block.server";
import type { PackedLine } from "./packing-slip";

export const ink = { text: "#1b1a17", muted: "#4d483f", line: "#8a8478" };
/** Points on all sides; the footer has its own space at the bottom. */
export const margin = 54;
export const footRoom = 70;

/** A column of blocks that continues on new pages. `take` returns where the next block of a given height starts. */
export function openColumn(pdf: Pdf, top: number) {
  let y = top;
  return {
    take: (height: number): number => {
      if (y + height > pdf.page.height - footRoom) {
        pdf.addPage();
        y = margin;
      }
      const start = y;
      y += height;
      return start;
    },
  };
}
type Column = ReturnType<typeof openColumn>;

export function rule(pdf: Pdf, y: number): void {
  pdf
    .moveTo(margin, y)
    .lineTo(pdf.page.width - margin, y)
    .lineWidth(0.5)
    .stroke(ink.line);
}

const copiesWidth = 44;

export function drawBooks(pdf: Pdf, lines: PackedLine[], column: Column): void {
  const x = margin + copiesWidth;
  const width = pdf.page.width - margin - x;
  for (const { title, isbn, copies, note } of lines) {
    const name = fitLines(pdf, [title], { face: "strong", width, height: 60, largest: 12 });
    const facts = [isbn ? `ISBN ${isbn}` : "", note].filter(Boolean);
    const details = fitLines(pdf, facts, { face: "text", width, height: 30, largest: 10 });
    const y = column.take(heightOf(name) + heightOf(details) + 18);
    rule(pdf, y);
    pdf.fillColor(ink.text);
    const count = fitLines(pdf, [`${copies} ×`], { face: "strong", width: copiesWidth - 6, height: 18, largest: 12 });
    drawBlockAt(pdf, count, { x: margin, y: y + 7 });
    drawBlockAt(pdf, details, { x, y: drawBlockAt(pdf, name, { x, y: y + 7 }) });
  }
  rule(pdf, column.take(24));
}

/** The gift message, line by line, over as many pages as it needs. */
export function drawGift(pdf: Pdf, message: string, column: Column): void {
  const width = pdf.page.width - 2 * margin;
  const heading = fitLines(pdf, ["A gift for you"], { face: "heading", width, height: 24, largest: 16 });
  pdf.fillColor(ink.text);
  drawBlockAt(pdf, heading, { x: margin, y: column.take(heightOf(heading) + 6) });
  for (const paragraph of message.split(/\r?\n/)) {
    const height = Number.POSITIVE_INFINITY;
    const { size, lines } = fitLines(pdf, [paragraph.trim()], { face: "text", width, height, largest: 12 });
    if (lines.length === 0) column.take(8);
    for (const line of lines) {
      const block = { size, lines: [line] };
      const y = column.take(heightOf(block));
      pdf.fillColor(ink.text);
      drawBlockAt(pdf, block, { x: margin, y });
    }
  }
}
