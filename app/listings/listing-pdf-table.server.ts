import { formatCreditColumn } from "~/core/credits";
import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import type { Pdf } from "~/platform/pdf/pdf.server";
import type { Block } from "~/platform/pdf/rows.server";
import { groupByCategory } from "./by-category";
import type { ListedFormat } from "./format-prices";
import type { Listing, ListingRow, ListingSection } from "./listing";

const formatsWidth = 150;
const figureWidth = 44;
const uprightWidth = 36;
const uprightLength = 104;
const groupHeight = 20;
const gap = 5;
/** Column of right-aligned numbers. */
const tabular = { features: ["tnum", "lnum"] } as unknown as PDFKit.Mixins.TextOptions;

type Column = { head: string; x: number; width: number; isUpright: boolean };
type Span = { x: number; width: number };
/** A section's column positions; numeric columns are course credits, credits in the discipline, then each category. */
type Layout = {
  left: number;
  right: number;
  course: Span;
  figures: Column[];
  /** Content categories above their subcategories. */
  groups: (Span & { name: string })[];
  formats: number;
};

export function layOut(
  pdf: Pdf,
  { columns, version, totals }: ListingSection,
  { discipline, purpose }: Listing,
): Layout {
  const left = pdf.page.margins.left;
  const right = pdf.page.width - pdf.page.margins.right;
  const isUpright = purpose === "cqr";
  const heads = [
    { head: "Course credits", width: figureWidth, isUpright: false },
    ...(version ? [{ head: `In ${discipline.code}`, width: figureWidth, isUpright: false }] : []),
    ...columns.map(({ name }) => ({ head: name, width: isUpright ? uprightWidth : figureWidth + 16, isUpright })),
  ];
  const formats = right - formatsWidth;
  let x = formats - gap - heads.reduce((sum, { width }) => sum + width, 0);
  const course = { x: left, width: x - left - gap };
  const figures = heads.map((column) => {
    const placed = { ...column, x };
    x += column.width;
    return placed;
  });
  let groupX = formats - gap - (isUpright ? columns.length * uprightWidth : 0);
  const groups = (isUpright ? groupByCategory(columns, totals.byColumn) : []).map(({ name, parts }) => {
    const span = { name, x: groupX + 3, width: parts.length * uprightWidth - 3 };
    groupX += parts.length * uprightWidth;
    return span;
  });
  return { left, right, course, figures, groups, formats: formats + gap };
}

export function headBlock(pdf: Pdf, { left, right, course, figures, groups, formats }: Layout): Block {
  const height = groups.length > 0 ? groupHeight + uprightLength + 8 : 28;
  return {
    height,
    draw: (top) => {
      const base = top + height - 4;
      pdf.font("strong").fontSize(7.5);
      const lineOf = (text: string, x: number, width: number, align: "left" | "right") =>
        pdf.text(text, x, base - pdf.heightOfString(text, { width }), { width, align });
      lineOf("Course", course.x, course.width, "left");
      lineOf("Formats and prices", formats, right - formats, "left");
      for (const { head, x, width, isUpright } of figures) {
        if (isUpright) drawUpright(pdf, head, x + width, base, width - 3, uprightLength);
        else lineOf(head, x + gap, width - gap, "right");
      }
      rule(pdf, left, right, top + height - 2, 1);
      for (const { name, x, width } of groups) {
        pdf.font("strong").fontSize(6.5);
        const foot = top + groupHeight - 2;
        pdf.text(name, x, foot - pdf.heightOfString(name, { width }), { width, align: "center" });
        rule(pdf, x, x + width, foot, 0.5);
      }
    },
  };
}

/** Vertical text, read from bottom to top; the last line is at `right`. */
function drawUpright(pdf: Pdf, text: string, right: number, base: number, width: number, length: number): void {
  const height = Math.min(pdf.heightOfString(text, { width: length }), width);
  pdf.save();
  pdf.rotate(-90, { origin: [right - height, base] });
  pdf.text(text, right - height, base, { width: length, height: width, ellipsis: true });
  pdf.restore();
}

export function rowBlock(pdf: Pdf, layout: Layout, row: ListingRow): Block {
  const { course, figures, formats, left, right } = layout;
  const facts = `${row.referenceNumber} · ${row.approver} · Category ${row.category} · ${row.endsSoon ? "APPROVAL ENDS SOON: " : "approved through "}${formatDay(row.endsOn)}`;
  const titleHeight = pdf.font("strong").fontSize(9).heightOfString(row.title, { width: course.width });
  const factsHeight = pdf.font("text").fontSize(7).heightOfString(facts, { width: course.width });
  const lines = row.formats.map(priceLine);
  const width = right - formats;
  const lineHeights = lines.map(({ price }) => (price.length > 16 ? 20 : 10.5));
  const height =
    Math.max(
      titleHeight + factsHeight,
      lineHeights.reduce((sum, line) => sum + line, 0),
    ) + 8;
  return {
    height,
    draw: (top) => {
      pdf
        .font("strong")
        .fontSize(9)
        .text(row.title, course.x, top + 3, { width: course.width });
      pdf
        .font("text")
        .fontSize(7)
        .text(facts, course.x, top + 3 + titleHeight, { width: course.width });
      drawFigures(pdf, figures, figuresOf(row), top + 3);
      let y = top + 3;
      lines.forEach(({ name, price }, at) => {
        pdf.font("text").fontSize(8).text(name, formats, y, { width, lineBreak: false });
        pdf.text(price, formats + 62, y, { width: width - 62, align: "right", ...tabular });
        y += lineHeights[at] ?? 0;
      });
      rule(pdf, left, right, top + height - 1, 0.3);
    },
  };
}

export function totalsBlock(
  pdf: Pdf,
  { course, figures, formats, left, right }: Layout,
  section: ListingSection,
): Block {
  const { rows, totals } = section;
  const plus = section.version ? "" : `, category A+: ${formatCreditColumn(totals.aPlus)}`;
  return {
    height: 20,
    draw: (top) => {
      rule(pdf, left, right, top, 1);
      const label = `Entire list, ${rows.length} ${rows.length === 1 ? "course" : "courses"}${plus}`;
      pdf
        .font("strong")
        .fontSize(9)
        .text(label, course.x, top + 5, { width: course.width });
      drawFigures(pdf, figures, figuresOf(totals), top + 5, "strong");
      pdf
        .font("text")
        .fontSize(7.5)
        .text("For planning: ARRT decides.", formats, top + 5, { width: right - formats });
    },
  };
}

function figuresOf({ credits, inDiscipline, byColumn }: Pick<ListingRow, "credits" | "inDiscipline" | "byColumn">) {
  return [credits, ...(inDiscipline === null ? [] : [inDiscipline]), ...byColumn];
}

function drawFigures(pdf: Pdf, columns: Column[], figures: number[], top: number, face = "text"): void {
  columns.forEach(({ x, width }, at) => {
    pdf
      .font(face)
      .fontSize(8.5)
      .text(formatCreditColumn(figures[at] ?? 0), x, top, { width, align: "right", ...tabular });
  });
}

function priceLine({ name, price, regular, isSoldOut }: ListedFormat) {
  if (isSoldOut) return { name, price: "sold out" };
  const now = formatCents(price);
  return { name, price: price === regular ? now : `${now} on sale,\nregularly ${formatCents(regular)}` };
}

function rule(pdf: Pdf, left: number, right: number, y: number, width: number): void {
  pdf.moveTo(left, y).lineTo(right, y).lineWidth(width).stroke("#000000");
}
