import { formatCreditCount } from "~/core/credits";
import { formatDay } from "~/core/dates";
import type { Paper } from "~/core/paper";
import { fitText } from "~/platform/pdf/any-script.server";
import { createPdf, type Pdf } from "~/platform/pdf/pdf.server";
import { drawDisciplines, rowHeight } from "./pdf-credits.server";
import { drawFooter, footerHeight } from "./pdf-foot.server";
import { centered, drawBlock, ink, italic } from "./pdf-parts.server";
import type { Snapshot } from "./snapshot";

type Options = { paper: Paper; demo: boolean; at: Date; compress?: boolean };

/** Disciplines that fit on the first page; more go on a second page. */
const firstPageCapacity = 6;

/** EDUCATION 12: the certificate on one landscape sheet, Letter or A4. A demo certificate says so across the page. The
 *  returned stream has already ended. */
export function certificatePdf(snapshot: Snapshot, { paper, demo, at, compress }: Options): Pdf {
  const pdf = createPdf({
    paper,
    landscape: true,
    margin: 0,
    title: `${demo ? "Demonstration, not valid: " : ""}Certificate of Completion ${snapshot.number}`,
    author: snapshot.sponsor,
    subject: snapshot.courseTitle,
    at,
    compress,
  });
  drawSheet(pdf, demo);
  const statementEnd = drawStatement(pdf, snapshot);
  const onFront = snapshot.disciplines.length <= firstPageCapacity;
  const space = pdf.page.height - footerHeight - statementEnd;
  const rows = Math.ceil(snapshot.disciplines.length / 3);
  // Between statement and footer, slightly above the middle.
  if (onFront) drawDisciplines(pdf, snapshot, snapshot.disciplines, statementEnd + (space - rows * rowHeight) * 0.58);
  else
    centered(
      pdf,
      "Credits by discipline and content category are on the next page.",
      "text",
      9,
      statementEnd + space / 2,
      ink.muted,
    );
  drawFooter(pdf, snapshot);
  if (!onFront) drawBack(pdf, snapshot, demo);
  pdf.end();
  return pdf;
}

function drawSheet(pdf: Pdf, demo: boolean): void {
  const { width, height } = pdf.page;
  if (demo) {
    pdf.save().rotate(-28, { origin: [width / 2, height / 2] });
    centered(pdf, "DEMONSTRATION", "strong", 84, height / 2 - 4, ink.watermark);
    centered(pdf, "NOT VALID", "strong", 84, height / 2 + 78, ink.watermark);
    pdf.restore();
  }
  pdf
    .lineWidth(0.6)
    .rect(30, 30, width - 60, height - 60)
    .stroke(ink.film);
  // Corners of a collimated field.
  const arm = 34;
  const out = 24;
  for (const [x, y, right, down] of [
    [out, out, 1, 1],
    [width - out, out, -1, 1],
    [out, height - out, 1, -1],
    [width - out, height - out, -1, -1],
  ] as const)
    pdf
      .moveTo(x, y + arm * down)
      .lineTo(x, y)
      .lineTo(x + arm * right, y);
  pdf.lineWidth(2).stroke(ink.film);
}

/** Returns the last baseline. */
function drawStatement(pdf: Pdf, snapshot: Snapshot): number {
  const center = pdf.page.width / 2;
  const width = pdf.page.width - 150;
  centered(pdf, snapshot.sponsor, "text", 10.5, 66, ink.muted);
  centered(pdf, "Certificate of Completion", "heading", 35, 108, ink.film);
  pdf
    .moveTo(center - 26, 122)
    .lineTo(center + 26, 122)
    .lineWidth(0.8)
    .stroke(ink.film);
  centered(pdf, "This certifies that", "text", 10.5, 148, ink.muted);

  const name = fitText(pdf, snapshot.participant, {
    face: "heading",
    width,
    sizes: [
      { size: 34, lines: 1 },
      { size: 29, lines: 1 },
      { size: 24, lines: 1 },
      { size: 21, lines: 2 },
      { size: 17, lines: 3 },
      { size: 13, lines: 4 },
    ],
  });
  const nameEnd = drawBlock(pdf, name, center, 206);
  pdf
    .moveTo(center - 190, nameEnd + 12)
    .lineTo(center + 190, nameEnd + 12)
    .lineWidth(0.4)
    .stroke(ink.line);
  centered(pdf, "completed the continuing education activity", "text", 10.5, nameEnd + 34, ink.muted);
  const title = fitText(pdf, snapshot.courseTitle, {
    face: italic,
    width,
    sizes: [
      { size: 23, lines: 1 },
      { size: 19, lines: 1 },
      { size: 16, lines: 2 },
      { size: 12, lines: 3 },
    ],
  });
  const titleEnd = drawBlock(pdf, title, center, nameEnd + 66);
  const earned = `on ${formatDay(snapshot.completedOn)}  for  ${formatCreditCount(snapshot.credits)}, Category ${snapshot.category}`;
  centered(pdf, earned, "strong", 12, titleEnd + 27, ink.text);
  return titleEnd + 27;
}

function drawBack(pdf: Pdf, snapshot: Snapshot, demo: boolean): void {
  pdf.addPage();
  drawSheet(pdf, demo);
  centered(pdf, "Credits by discipline and content category", "heading", 20, 80, ink.film);
  centered(pdf, `${snapshot.courseTitle}, certificate ${snapshot.number}`, "text", 9, 98, ink.muted);
  drawDisciplines(pdf, snapshot, snapshot.disciplines, 130);
}
