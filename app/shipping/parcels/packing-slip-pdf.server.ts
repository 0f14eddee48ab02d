import { setImmediate } from "node:timers/promises";
import { formatDay } from "~/core/dates";
import type { Paper } from "~/core/paper";
import { createPdf, type Face, numberPages, type Pdf } from "~/platform/pdf/pdf.server";
import { drawBlockAt, fitLines } from "./address-block.server";
import type { Box } from "./label-sheets";
import type { PackedLine } from "./packing-slip";
import { drawBooks, drawGift, footRoom, ink, margin, openColumn, rule } from "./packing-slip-rows.server";

export type Slip = {
  number: number | null;
  /** The day of payment in the shop's time zone. */
  paidOn: string;
  address: string[];
  lines: PackedLine[];
  /** The giver's words, which may be none; undefined where it is no gift. */
  gift: string | undefined;
};
type Sender = { name: string; address: string[]; email: string; phone: string };
type Options = { paper: Paper; at: Date; compress?: boolean };

/** What lies in each parcel, on pages of its own and without any price: who opens it may have been given it. Ended, ready to be
 *  sent. Between two slips others have their turn: a hundred take seconds, and shoppers must not wait for them. */
export async function packingSlipsPdf(slips: Slip[], sender: Sender, { paper, at, compress }: Options): Promise<Pdf> {
  const title = `Packing slip: ${slips.map(nameOf).join(", ")}`.slice(0, 200);
  const pdf = createPdf({ paper, margin: 0, title, author: sender.name, at, compress });
  const feet: string[] = [];
  for (const slip of slips) {
    if (feet.length > 0) pdf.addPage();
    drawSlip(pdf, slip, sender);
    const own = pdf.bufferedPageRange().count - feet.length;
    for (let page = 1; page <= own; page++) feet.push(`${nameOf(slip)}${own > 1 ? `, page ${page} of ${own}` : ""}`);
    await setImmediate();
  }
  numberPages(pdf, (page) => drawFoot(pdf, feet[page - 1] ?? "", sender));
  pdf.end();
  return pdf;
}

function nameOf({ number }: Slip): string {
  return `Order ${number ?? "without a number"}`;
}

type Style = { face: Face; size: number; color: string };
const plain: Style = { face: "text", size: 10, color: ink.text };
const strong: Style = { ...plain, face: "strong" };
const small: Style = { face: "text", size: 8, color: ink.muted };

/** Lines of text in a box, smaller where they would leave it. */
function put(pdf: Pdf, lines: string[], { face, size, color }: Style, { x, y, width, height }: Box): void {
  pdf.fillColor(color);
  drawBlockAt(pdf, fitLines(pdf, lines, { face, largest: size, width, height }), { x, y });
}

function drawSlip(pdf: Pdf, slip: Slip, { name, address }: Sender): void {
  const width = pdf.page.width - 2 * margin;
  const half = width / 2;
  const left = { x: margin, y: margin, width: half - 10, height: 34 };
  put(pdf, ["Packing slip"], { ...plain, face: "heading", size: 24 }, left);
  put(pdf, [nameOf(slip), `Paid ${formatDay(slip.paidOn)}`], { ...plain, size: 11 }, { ...left, y: margin + 34 });
  const right = { x: margin + half + 10, y: margin + 4, width: half - 10, height: 16 };
  put(pdf, [name], strong, right);
  put(pdf, address, plain, { ...right, y: margin + 20, height: 60 });
  put(pdf, ["To"], small, { ...left, y: margin + 92, height: 12 });
  put(pdf, slip.address, { ...strong, size: 12 }, { ...left, y: margin + 106, width: half + 60, height: 104 });
  const column = openColumn(pdf, margin + 226);
  drawBooks(pdf, slip.lines, column);
  if (slip.gift !== undefined) drawGift(pdf, slip.gift, column);
}

function drawFoot(pdf: Pdf, name: string, { email, phone }: Sender): void {
  const width = pdf.page.width - 2 * margin;
  const y = pdf.page.height - footRoom + 20;
  rule(pdf, y - 6);
  const words = [
    "The post-tests open online, with the link in the e-mail about this order; nobody has to wait for a book.",
    `Something missing or damaged? ${email}, ${phone}`,
  ];
  put(pdf, words, small, { x: margin, y, width: width - 120, height: 32 });
  put(pdf, [name], small, { x: margin + width - 104, y, width: 104, height: 32 });
}
