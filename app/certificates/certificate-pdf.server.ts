import { createRequire } from "node:module";
import { columnCredits, countCredits } from "~/core/credits";
import { formatDay } from "~/core/dates";
import { createPdf, type Paper, type Pdf } from "~/platform/pdf.server";
import { drawLine, fitText } from "./any-script.server";
import { drawCreditsBar, drawHatch, drawQr, ink } from "./pdf-parts.server";
import type { CertifiedDiscipline, Snapshot } from "./snapshot";

const italic = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/newsreader/400Regular_Italic/Newsreader_400Regular_Italic.ttf",
);

type Options = { paper: Paper; demo: boolean; at: Date; compress?: boolean };

/** Disciplines that the first page has room for; more go to a page of their own. */
const roomOnFront = 6;
const rowHeight = 66;
const footHeight = 110;

/** EDUCATION 12: the certificate on one landscape sheet, Letter or A4. A demonstration's says so across the page. The
 *  stream that is returned is already ended. */
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
  const onFront = snapshot.disciplines.length <= roomOnFront;
  const space = pdf.page.height - footHeight - statementEnd;
  const rows = Math.ceil(snapshot.disciplines.length / 3);
  // In the middle between statement and foot, a little higher than lower.
  if (onFront) drawDisciplines(pdf, snapshot, snapshot.disciplines, statementEnd + (space - rows * rowHeight) * 0.58);
  else
    centred(
      pdf,
      "Credits by discipline and content category: see the next page.",
      "text",
      9,
      statementEnd + space / 2,
      ink.muted,
    );
  drawFoot(pdf, snapshot);
  if (!onFront) drawBack(pdf, snapshot, demo);
  pdf.end();
  return pdf;
}

function drawSheet(pdf: Pdf, demo: boolean): void {
  const { width, height } = pdf.page;
  if (demo) {
    pdf.save().rotate(-28, { origin: [width / 2, height / 2] });
    centred(pdf, "DEMONSTRATION", "strong", 84, height / 2 - 4, ink.watermark);
    centred(pdf, "NOT VALID", "strong", 84, height / 2 + 78, ink.watermark);
    pdf.restore();
  }
  pdf
    .lineWidth(0.6)
    .rect(30, 30, width - 60, height - 60)
    .stroke(ink.film);
  // The corners of a collimated field.
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
  const centre = pdf.page.width / 2;
  const width = pdf.page.width - 150;
  centred(pdf, snapshot.sponsor, "text", 10.5, 66, ink.muted);
  centred(pdf, "Certificate of Completion", "heading", 35, 108, ink.film);
  pdf
    .moveTo(centre - 26, 122)
    .lineTo(centre + 26, 122)
    .lineWidth(0.8)
    .stroke(ink.film);
  centred(pdf, "This certifies that", "text", 10.5, 148, ink.muted);

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
  const nameEnd = drawBlock(pdf, name, centre, 206);
  pdf
    .moveTo(centre - 190, nameEnd + 12)
    .lineTo(centre + 190, nameEnd + 12)
    .lineWidth(0.4)
    .stroke(ink.line);
  centred(pdf, "completed the continuing education activity", "text", 10.5, nameEnd + 34, ink.muted);
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
  const titleEnd = drawBlock(pdf, title, centre, nameEnd + 66);
  const earned = `on ${formatDay(snapshot.completedOn)}  for  ${countCredits(snapshot.credits)}, Category ${snapshot.category}`;
  centred(pdf, earned, "strong", 12, titleEnd + 27, ink.text);
  return titleEnd + 27;
}

/** Prints fitted lines so that their middle stays at `middle`; returns the last baseline. */
function drawBlock(pdf: Pdf, { size, lines }: ReturnType<typeof fitText>, centre: number, last: number): number {
  const leading = size * 1.2;
  const first = last - Math.min(lines.length - 1, 2) * leading * 0.5;
  pdf.fillColor(ink.text);
  lines.forEach((line, index) => {
    drawLine(pdf, line, size, centre - line.width / 2, first + index * leading);
  });
  return first + (lines.length - 1) * leading;
}

function drawDisciplines(pdf: Pdf, snapshot: Snapshot, disciplines: CertifiedDiscipline[], top: number): void {
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
  pdf.text(columnCredits(credits), x, y, flush);
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
    pdf.text(columnCredits(category.credits), left, line, { ...flush, width: half });
  });
}

function drawFoot(pdf: Pdf, snapshot: Snapshot): void {
  const { width, height } = pdf.page;
  const top = height - footHeight;
  drawFacts(pdf, snapshot, top + 11);
  drawSignature(pdf, snapshot, width / 2 + 16, top + 32);

  const qr = 68;
  const right = width - 56;
  const column = { width: 140, align: "right" } as const;
  const left = right - qr - 8 - column.width;
  drawQr(pdf, snapshot.verificationUrl, right - qr, top - 2, qr);
  pdf
    .fillColor(ink.muted)
    .font("text", 7)
    .text("Verify this certificate at", left, top + 4, column);
  pdf.fillColor(ink.text);
  pdf.text(snapshot.verificationUrl, left, top + 15, { ...column, link: snapshot.verificationUrl });
  pdf.fillColor(ink.muted).text("ARRT decides what counts.", left, top + 46, column);
}

function drawFacts(pdf: Pdf, snapshot: Snapshot, top: number): void {
  const facts = [
    ["Approved by", snapshot.approver],
    ["Reference number", snapshot.referenceNumber],
    ["Approval ends", formatDay(snapshot.approvalEndsOn)],
    ["Certificate number", snapshot.number],
  ] as const;
  facts.forEach(([name, value], index) => {
    const baseline = top + index * 15;
    pdf.fillColor(ink.muted).font("text", 7.5).text(name, 60, baseline, { lineBreak: false, baseline: "alphabetic" });
    const sizes = [
      { size: 8.5, lines: 1 },
      { size: 7, lines: 1 },
      { size: 5.5, lines: 2 },
    ];
    const { size, lines } = fitText(pdf, value, { face: "text", width: 168, sizes });
    pdf.fillColor(ink.text);
    lines.forEach((line, row) => {
      drawLine(pdf, line, size, 140, baseline + row * size);
    });
  });
}

function drawSignature(pdf: Pdf, snapshot: Snapshot, centre: number, baseline: number): void {
  const sizes = [
    { size: 15, lines: 1 },
    { size: 12.5, lines: 1 },
    { size: 9, lines: 2 },
  ];
  drawBlock(pdf, fitText(pdf, snapshot.signatoryName, { face: italic, width: 200, sizes }), centre, baseline);
  pdf
    .moveTo(centre - 102, baseline + 9)
    .lineTo(centre + 102, baseline + 9)
    .lineWidth(0.5)
    .stroke(ink.muted);
  centred(pdf, snapshot.signatoryTitle, "text", 7.5, baseline + 20, ink.text, centre);
  centred(pdf, snapshot.sponsor, "text", 7.5, baseline + 30, ink.muted, centre);
}

function drawBack(pdf: Pdf, snapshot: Snapshot, demo: boolean): void {
  pdf.addPage();
  drawSheet(pdf, demo);
  centred(pdf, "Credits by discipline and content category", "heading", 20, 80, ink.film);
  centred(pdf, `${snapshot.courseTitle}, certificate ${snapshot.number}`, "text", 9, 98, ink.muted);
  drawDisciplines(pdf, snapshot, snapshot.disciplines, 130);
}

function centred(
  pdf: Pdf,
  text: string,
  face: string,
  size: number,
  baseline: number,
  colour: string,
  centre = pdf.page.width / 2,
): void {
  pdf.font(face, size).fillColor(colour);
  const x = centre - pdf.widthOfString(text) / 2;
  pdf.text(text, x, baseline, { lineBreak: false, baseline: "alphabetic" });
}
