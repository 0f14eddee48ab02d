import { resolve } from "node:path";
import PDFDocument from "pdfkit";
import type { Paper } from "~/core/paper";

export type Pdf = PDFKit.PDFDocument;
/** The shop's typefaces on paper: `heading` is the serif, `text` and `strong` are the sans. */
export type Face = "heading" | "text" | "strong";

// Whole TrueType files: pdfkit can subset these, and neither variable fonts nor WOFF2, which the pages use.
const fontFiles: Record<Face, string> = {
  heading: "newsreader-medium.ttf",
  text: "public-sans-regular.ttf",
  strong: "public-sans-bold.ttf",
};

/** Like the migrations, read from the project's folder: the build moves code, not fonts. */
export const fontFile = (name: string) => resolve("app/platform/pdf/fonts", name);

const sizes: Record<Paper, string> = { letter: "LETTER", a4: "A4" };

type Options = {
  /** Or a label's width and height in points. */
  paper: Paper | [number, number];
  landscape?: boolean;
  /** Points (1/72 inch) on all sides. */
  margin?: number;
  title: string;
  author: string;
  subject?: string;
  at: Date;
  /** False where somebody must read the content as it is: in tests. */
  compress?: boolean;
};

/** A document with the shop's fonts embedded (only the glyphs that it uses) and its metadata; set in `text`. Pages wait
 *  until the end, so that `numberPages` can know how many they are. It is a stream: end it with `.end()`. */
export function createPdf({
  paper,
  landscape,
  margin = 42,
  title,
  author,
  subject = title,
  at,
  compress = true,
}: Options): Pdf {
  const pdf = new PDFDocument({
    size: typeof paper === "string" ? sizes[paper] : paper,
    layout: landscape ? "landscape" : "portrait",
    margin,
    pdfVersion: "1.7",
    lang: "en-US",
    displayTitle: true,
    bufferPages: true,
    compress,
    info: { Title: title, Author: author, Subject: subject, CreationDate: at, ModDate: at },
  });
  for (const face of ["heading", "text", "strong"] as const) pdf.registerFont(face, fontFile(fontFiles[face]));
  return pdf.font("text");
}

/** Calls `draw` on every page, when all pages are there. */
export function numberPages(pdf: Pdf, draw: (page: number, pages: number) => void): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(start + page);
    draw(page + 1, count);
  }
}
