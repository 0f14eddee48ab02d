import { encode } from "uqr";
import { drawLine, type fitText } from "~/platform/pdf/any-script.server";
import { fontFile, type Pdf } from "~/platform/pdf/pdf.server";

/** For titles and signatures. */
export const italic = fontFile("newsreader-italic.ttf");

/** Ink on paper; every pair also reads in black and white. */
export const ink = { text: "#1b1a17", muted: "#4d483f", line: "#b9b09f", film: "#1b578b", watermark: "#e9e5dc" };

/** A QR code as vectors, its quiet zone included in `size` (points). */
export function drawQr(pdf: Pdf, text: string, x: number, y: number, size: number): void {
  const { data, size: modules } = encode(text, { ecc: "M", border: 0 });
  const quiet = 2;
  const step = size / (modules + 2 * quiet);
  for (let row = 0; row < modules; row++)
    for (let column = 0; column < modules; column++) {
      if (!data[row]?.[column]) continue;
      // A hair wider than a module, so that no viewer shows seams between neighbours.
      pdf.rect(x + (column + quiet) * step, y + (row + quiet) * step, step + 0.04, step + 0.04);
    }
  pdf.fill(ink.text);
}

/** Prints fitted lines so that their middle stays at `middle`; returns the last baseline. */
export function drawBlock(pdf: Pdf, { size, lines }: ReturnType<typeof fitText>, centre: number, last: number): number {
  const leading = size * 1.2;
  const first = last - Math.min(lines.length - 1, 2) * leading * 0.5;
  pdf.fillColor(ink.text);
  lines.forEach((line, index) => {
    drawLine(pdf, line, size, centre - line.width / 2, first + index * leading);
  });
  return first + (lines.length - 1) * leading;
}

/** One line of Latin text on its baseline. */
export function centred(
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
