import type { Pdf } from "./pdf.server";

/** Something of known height (points) drawn in one piece from `top` down. */
export type Block = { height: number; draw: (top: number) => void };

/** Lowest point for blocks; the page number and date go below it. */
export function bottomOf(pdf: Pdf): number {
  return pdf.page.height - pdf.page.margins.bottom;
}

/** Draws `lead` once, then the rows under a head that repeats on every page. Rows are never split, and the lead stays
 *  with its first row. Starts at `top`; returns the bottom of the last row. */
export function drawRows(pdf: Pdf, top: number, lead: Block, head: Block, rows: Block[]): number {
  let y = top;
  const place = (block: Block) => {
    block.draw(y);
    y += block.height;
  };
  const turnPage = () => {
    pdf.addPage();
    y = pdf.page.margins.top;
  };
  if (y + lead.height + head.height + (rows[0]?.height ?? 0) > bottomOf(pdf)) turnPage();
  place(lead);
  place(head);
  for (const row of rows) {
    if (y + row.height > bottomOf(pdf)) {
      turnPage();
      place(head);
    }
    place(row);
  }
  return y;
}
