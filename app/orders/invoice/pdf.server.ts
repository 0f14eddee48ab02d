import { dayIn, formatDay } from "~/core/dates";
import type { Paper } from "~/core/paper";
import { createPdf, numberPages, type Pdf } from "~/platform/pdf/pdf.server";
import { type Block, drawRows } from "~/platform/pdf/rows.server";
import { setText, stack, type Text } from "~/platform/pdf/text.server";
import type { ReceiptItem, ReceiptRow } from "../receipt";
import type { Invoice } from "./invoice";

type Options = {
  paper: Paper;
  shopName: string;
  timeZone: string;
  /** The order's page online. */
  liveUrl: string;
  at: Date;
  compress?: boolean;
};

const margin = 54;
const muted = "#4d4d4d";
const quantityWidth = 44;
const amountWidth = 90;
/** Sum labels are in the right half, before their figures. */
const sumWidth = 300;
const rowGap = 10;

/** An order's invoice and receipt, Letter or A4, in black and white; finished, ready to send. */
export function invoicePdf(invoice: Invoice, { paper, shopName, timeZone, liveUrl, at, compress }: Options): Pdf {
  const title = `Invoice and receipt ${invoice.number}`;
  const pdf = createPdf({
    ...{ paper, margin, title, author: shopName, at, compress },
    subject: `Order ${invoice.number}`,
  });
  const rows = [
    ...invoice.items.map((item) => itemBlock(pdf, item)),
    ...invoice.rows.slice(0, -1).map((row) => sumBlock(pdf, row)),
    totalBlock(pdf, invoice),
    ...invoice.refunds.slice(0, -1).map((row) => sumBlock(pdf, row)),
    ...invoice.refunds.slice(-1).map((row) => sumBlock(pdf, row, "strong")),
  ];
  drawRows(pdf, margin, headBlock(pdf, invoice), tableHead(pdf), rows);
  const printed = `Printed ${formatDay(dayIn(at, timeZone))}. Live version: ${liveUrl}`;
  numberPages(pdf, (page, pages) => drawFoot(pdf, `${title}. Page ${page} of ${pages}`, printed));
  pdf.end();
  return pdf;
}

function frame(pdf: Pdf) {
  const width = pdf.page.width - 2 * margin;
  return { left: margin, width, right: margin + width };
}

/** Seller, number and buyer. */
function headBlock(pdf: Pdf, { number, paidOn, seller, buyer, mailedTo }: Invoice): Block {
  const { left, width } = frame(pdf);
  const column = width / 2 - 12;
  const other = left + width / 2 + 12;
  const text = (words: string) => setText(pdf, words, { size: 9.5, width: column });
  const strong = (words: string) => setText(pdf, words, { face: "strong", size: 9.5, width: column });
  const named = (name: string, lines: string[]) =>
    stack([setText(pdf, name, { size: 8, width: column, colour: muted }), ...lines.map(text)]);

  const what = stack([
    setText(pdf, "Invoice and receipt", { face: "heading", size: 24, width: column }),
    strong(`Order ${number}`),
    text(`Paid ${formatDay(paidOn)}`),
  ]);
  const [sellerName = "", ...sellerLines] = seller;
  const from = stack([strong(sellerName), ...sellerLines.map(text)]);
  const billed = named("Buyer", buyer);
  const mailed = mailedTo.length > 0 ? named("Mailed to", mailedTo) : undefined;
  const first = Math.max(what.height, from.height) + 22;
  return {
    height: first + Math.max(billed.height, mailed?.height ?? 0) + 24,
    draw: (top) => {
      what.draw(left, top);
      from.draw(other, top + 8);
      billed.draw(left, top + first);
      mailed?.draw(other, top + first);
    },
  };
}

function tableHead(pdf: Pdf): Block {
  const { left, right, width } = frame(pdf);
  const label = (words: string, align?: "right") =>
    setText(pdf, words, { face: "strong", size: 8.5, width: align ? amountWidth : width / 2, align });
  return {
    height: 26,
    draw: (top) => {
      label("Qty").draw(left, top);
      label("Description").draw(left + quantityWidth, top);
      label("Amount (USD)", "right").draw(right - amountWidth, top);
      rule(pdf, top + 17, 1);
    },
  };
}

function itemBlock(pdf: Pdf, { quantity, title, formatName, prices, explanation, amount }: ReceiptItem): Block {
  const { left, right, width } = frame(pdf);
  const column = width - quantityWidth - amountWidth - 12;
  const what = stack([
    setText(pdf, title, { face: "strong", size: 10, width: column }),
    setText(pdf, `${formatName}, ${prices}`, { size: 9, width: column }),
    ...(explanation ? [setText(pdf, explanation, { size: 8.5, width: column, colour: muted })] : []),
  ]);
  const figure = setText(pdf, amount, { size: 10, width: amountWidth, align: "right" });
  return {
    height: what.height + rowGap,
    draw: (top) => {
      setText(pdf, String(quantity), { size: 10, width: quantityWidth - 6 }).draw(left, top);
      what.draw(left + quantityWidth, top);
      figure.draw(right - amountWidth, top);
      rule(pdf, top + what.height + rowGap / 2 - 1, 0.4);
    },
  };
}

function sumBlock(pdf: Pdf, row: ReceiptRow, face: "text" | "strong" = "text"): Block {
  const sum = sumLine(pdf, row, face);
  return { height: sum.height + 4, draw: (top) => sum.draw(0, top + 1) };
}

/** Keeps the total on one page with the row before it and how it was paid. */
function totalBlock(pdf: Pdf, { rows, total, howPaid }: Invoice): Block {
  const { right } = frame(pdf);
  const before = stack(rows.slice(-1).map((row) => sumLine(pdf, row, "text")));
  const sum = sumLine(pdf, total, "strong", 12);
  const how = setText(pdf, howPaid, { size: 9, width: sumWidth, colour: muted });
  return {
    height: before.height + sum.height + how.height + 26,
    draw: (top) => {
      before.draw(0, top + 1);
      const line = top + before.height + 6;
      rule(pdf, line, 1, right - sumWidth);
      sum.draw(0, line + 4);
      how.draw(right - sumWidth, line + 8 + sum.height);
    },
  };
}

/** A label and its figure, at fixed positions from the left. */
function sumLine(pdf: Pdf, { label, amount }: ReceiptRow, face: "text" | "strong", size = 9.5): Text {
  const { right } = frame(pdf);
  const name = setText(pdf, label, { face, size, width: sumWidth - amountWidth - 12 });
  const figure = setText(pdf, amount, { face, size, width: amountWidth, align: "right" });
  return {
    height: Math.max(name.height, figure.height),
    draw: (_left, top) => {
      name.draw(right - sumWidth, top);
      figure.draw(right - amountWidth, top);
    },
  };
}

function rule(pdf: Pdf, y: number, width: number, from = margin): void {
  pdf.moveTo(from, y).lineTo(frame(pdf).right, y).lineWidth(width).stroke("#000000");
}

/** Drawn in the margin, where text would otherwise start a new page. */
function drawFoot(pdf: Pdf, ...texts: string[]): void {
  pdf.page.margins.bottom = 0;
  const { left, width } = frame(pdf);
  stack(texts.map((text) => setText(pdf, text, { size: 7.5, width, colour: muted }))).draw(left, pdf.page.height - 38);
}
