import type { Pdf } from "./pdf.server";

/** Something of known height (points) that is drawn in one piece from `top` downwards. */
export type Block = { height: number; draw: (top: number) => void };

/** The lowest point that blocks may reach; the page's number and date stand below it. */
export function bottomOf(pdf: Pdf): number {
  return pdf.page.height - pdf.page.margins.bottom;
}

/** Draws `lead` once, then the rows below a head that every new page repeats. No row is cut; the lead never stands at a
 *  page's foot without its first row. Returns the end of the last row; `top` is where it begins. */
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
