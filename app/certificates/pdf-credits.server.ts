import { formatCreditColumn } from "~/core/credits";
import { formatDay } from "~/core/dates";
import type { Pdf } from "~/platform/pdf/pdf.server";
import { drawCreditsBar, drawHatch } from "./pdf-credits-bar.server";
import { ink } from "./pdf-parts.server";
import type { CertifiedDiscipline, Snapshot } from "./snapshot";

/** Row height of disciplines, in points. */
export const rowHeight = 66;

/** The disciplines, three in a row, each with its bar. */
export function drawDisciplines(pdf: Pdf, snapshot: Snapshot, disciplines: CertifiedDiscipline[], top: number): void {
  const gap = 30;
  const columns = Math.min(3, disciplines.length);
  if (columns === 0) return;
  const width = columns === 1 ? 320 : Math.min(270, (pdf.page.width - 132 - gap * (columns - 1)) / columns);
  const left = (pdf.page.width - columns * width - (columns - 1) * gap) / 2;
  disciplines.forEach((discipline, index) => {
    const x = left + (index % columns) * (width + gap);
    drawDiscipline(pdf, snapshot, discipline, { x, y: top + Math.floor(index / columns) * rowHeight, width });
  });
}

function drawDiscipline(
  pdf: Pdf,
  snapshot: Snapshot,
  { name, specification, credits, categories }: CertifiedDiscipline,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const flush = { width, align: "right", lineBreak: false } as const;
  pdf.fillColor(ink.text).font("strong", 8.5).text(name, x, y, { lineBreak: false });
  pdf.text(formatCreditColumn(credits), x, y, flush);
  pdf
    .fillColor(ink.muted)
    .font("text", 6.4)
    .text(`Content specification of ${formatDay(specification)}`, x, y + 11, { lineBreak: false });
  drawCreditsBar(pdf, categories, Math.max(snapshot.credits, credits, 1), { x, y: y + 21, width, height: 7 });
  const half = (width - 14) / 2;
  categories.forEach((category, index) => {
    const left = x + (index % 2) * (half + 14);
    const line = y + 33 + Math.floor(index / 2) * 10;
    drawHatch(pdf, category.code, index, { x: left, y: line + 0.8, width: 5.5, height: 5.5 });
    pdf
      .rect(left, line + 0.8, 5.5, 5.5)
      .lineWidth(0.4)
      .stroke(ink.muted);
    pdf
      .fillColor(ink.text)
      .font("text", 7.2)
      .text(category.name, left + 9, line, { lineBreak: false });
    pdf.text(formatCreditColumn(category.credits), left, line, { ...flush, width: half });
  });
}
