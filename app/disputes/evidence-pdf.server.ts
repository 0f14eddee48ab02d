import { formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import type { Paper } from "~/core/paper";
import { now } from "~/platform/clock.server";
import { drawLine, fitText } from "~/platform/pdf/any-script.server";
import { createPdf, numberPages, type Pdf } from "~/platform/pdf/pdf.server";
import { type EvidenceFacts, evidenceSections } from "./evidence";
import { readEvidenceFacts } from "./evidence-facts.server";

const margin = 54;
const labelWidth = 150;
const size = 9.5;
const leading = 13;

type Options = { paper: Paper; at: Date; compress?: boolean };

/** An order's evidence as a PDF with its file name. Throws a 404 if there is no such order. */
export async function evidenceFile(orderId: OrderId, paper: Paper) {
  const facts = await readEvidenceFacts(orderId);
  const { number, id } = facts.order;
  return { pdf: evidencePdf(facts, { paper, at: now() }), fileName: `evidence-order-${number ?? id}.pdf` };
}

/** The evidence as a PDF with page numbers and names in any script. The returned stream is already ended. */
export function evidencePdf(facts: EvidenceFacts, { paper, at, compress }: Options): Pdf {
  const { shop, order } = facts;
  const name = `Order ${order.number ?? order.id}`;
  const pdf = createPdf({ paper, margin, title: `Evidence: ${name}`, subject: name, author: shop.name, at, compress });
  pdf.font("strong", 9).text(shop.name, margin, margin);
  pdf.font("heading", 22).text(`Evidence for ${name.toLowerCase()}`, margin, margin + 14);
  pdf.font("text", size).text(`As of ${formatInstant(at, shop.timeZone)}; times are in the shop’s time zone.`);
  let y = pdf.y + 14;
  for (const { title, rows } of evidenceSections(facts)) {
    // A heading never stands alone at the bottom of a page.
    y = roomFor(pdf, y, 20 + 2 * leading);
    pdf.font("heading", 14).text(title, margin, y);
    y = pdf.y + 4;
    for (const [label, value] of rows) y = drawRow(pdf, label, value, y) + 3;
    y += 10;
  }
  numberPages(pdf, (page, pages) => {
    const foot = `${shop.name} · ${name} · page ${page} of ${pages}`;
    // pdfkit would start a new page for text in the bottom margin.
    pdf.page.margins.bottom = 0;
    pdf.font("text", 8).text(foot, margin, pdf.page.height - 34, { lineBreak: false });
  });
  pdf.end();
  return pdf;
}

/** Draws one row and returns where the next one starts; a long one continues on the next page. */
function drawRow(pdf: Pdf, label: string, value: string, top: number): number {
  const width = pdf.page.width - 2 * margin - labelWidth;
  const sizes = [{ size, lines: Number.POSITIVE_INFINITY }];
  const labels = fitText(pdf, label, { face: "strong", width: labelWidth - 10, sizes }).lines;
  const values = fitText(pdf, value, { face: "text", width, sizes }).lines;
  let y = top;
  for (let at = 0; at < Math.max(labels.length, values.length); at++) {
    y = roomFor(pdf, y, leading);
    const [left, right] = [labels[at], values[at]];
    if (left) drawLine(pdf, left, size, margin, y + size);
    if (right) drawLine(pdf, right, size, margin + labelWidth, y + size);
    y += leading;
  }
  return y;
}

function roomFor(pdf: Pdf, y: number, height: number): number {
  if (y + height <= pdf.page.height - margin) return y;
  pdf.addPage();
  return margin;
}
