import type { Paper } from "~/core/paper";
import { createPdf, type Pdf } from "~/platform/pdf/pdf.server";
import { drawBlockAt, fitLines } from "./address-block.server";
import { type Box, labelsPerSheet, placeOf, singleLabel } from "./label-sheets";

export type Label = { number: number | null; address: string[] };
type Sender = { name: string; address: string[] };
type Options = { at: Date; compress?: boolean };

const ink = { text: "#000000", line: "#999999" };

/** One 4 × 6 in page per parcel, for label printers. The returned stream is already ended. */
export function singleLabelsPdf(labels: Label[], sender: Sender, { at, compress }: Options): Pdf {
  const pdf = openPdf(singleLabel, labels, sender, { at, compress });
  const [width, height] = singleLabel;
  labels.forEach((label, index) => {
    if (index > 0) pdf.addPage();
    drawLabel(pdf, { x: 0, y: 0, width, height }, label, sender);
  });
  pdf.end();
  return pdf;
}

/** Six labels per sheet; `skip` labels of the first sheet are already used. The returned stream is already ended. */
export function labelSheetsPdf(
  labels: Label[],
  sender: Sender,
  { paper, skip, at, compress }: Options & { paper: Paper; skip: number },
): Pdf {
  const pdf = openPdf(paper, labels, sender, { at, compress });
  let current = 0;
  labels.forEach((label, index) => {
    const { page, box } = placeOf(paper, index + (skip % labelsPerSheet));
    for (; current < page; current++) pdf.addPage();
    drawLabel(pdf, box, label, sender);
  });
  pdf.end();
  return pdf;
}

function openPdf(paper: Paper | [number, number], labels: Label[], sender: Sender, options: Options): Pdf {
  const title = `Address labels: ${labels.map(titleOf).join(", ")}`.slice(0, 200);
  return createPdf({ paper, margin: 0, title, author: sender.name, ...options });
}

function titleOf({ number }: Label): string {
  return `Order ${number ?? "without a number"}`;
}

/** The sender small in the corner, the recipient large below, the order number at the bottom, clipped at the edge. */
function drawLabel(pdf: Pdf, box: Box, label: Label, sender: Sender): void {
  const pad = 16;
  const [left, width] = [box.x + pad, box.width - 2 * pad];
  pdf.save().rect(box.x, box.y, box.width, box.height).clip();
  pdf.fillColor(ink.text);
  const from = fitLines(pdf, [sender.name, ...sender.address], {
    face: "text",
    width: width * 0.7,
    height: 40,
    largest: 8,
  });
  const fromEnd = drawBlockAt(pdf, from, { x: left, y: box.y + pad });
  const top = fromEnd + 8;
  pdf
    .moveTo(left, top)
    .lineTo(left + width, top)
    .lineWidth(0.5)
    .stroke(ink.line);
  const foot = box.y + box.height - pad;
  // Leave room for descenders above the number.
  const room = { width: width - 12, height: foot - 16 - (top + 14) };
  const to = fitLines(pdf, label.address, { face: "strong", ...room, largest: box.height > 300 ? 18 : 15 });
  drawBlockAt(pdf, to, { x: left + 12, y: top + 14 });
  const number = fitLines(pdf, [titleOf(label)], { face: "text", width, height: 12, largest: 8 });
  drawBlockAt(pdf, number, { x: left, y: foot - 10 });
  pdf.restore();
}
