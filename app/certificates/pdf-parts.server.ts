import { encode } from "uqr";
import { drawLine, type fitText } from "~/platform/pdf/any-script.server";
import { fontFile, type Pdf } from "~/platform/pdf/pdf.server";

/** For titles and signatures. */
export const italic = fontFile("newsreader-italic.ttf");

/** Ink colors; every pair also works in black and white. */
export const ink = { text: "#1b1a17", muted: "#4d483f", line: "#b9b09f", film: "#1b578b", watermark: "#e9e5dc" };

/** A QR code as vectors; `size` (points) includes the quiet zone. */
export function drawQr(pdf: Pdf, text: string, x: number, y: number, size: number): void {
  const { data, size: modules } = encode(text, { ecc: "M", border: 0 });
  const quiet = 2;
  const step = size / (modules + 2 * quiet);
  for (let row = 0; row < modules; row++)
    for (let column = 0; column < modules; column++) {
      if (!data[row]?.[column]) continue;
      // Slightly wider than a module, so viewers don't show seams.
      pdf.rect(x + (column + quiet) * step, y + (row + quiet) * step, step + 0.04, step + 0.04);
    }
  pdf.fill(ink.text);
}

/** Prints fitted lines centered vertically on `middle`; returns the last baseline. */
export function drawBlock(pdf: Pdf, { size, lines }: ReturnType<typeof fitText>, center: number, last: number): number {
  const leading = size * 1.2;
  const first = last - Math.min(lines.length - 1, 2) * leading * 0.5;
  pdf.fillColor(ink.text);
  lines.forEach((line, index) => {
    drawLine(pdf, line, size, center - line.width / 2, first + index * leading);
  });
  return first + (lines.length - 1) * leading;
}

/** One line of Latin text on its baseline. */
export function centered(
  pdf: Pdf,
  text: string,
  face: string,
  size: number,
  baseline: number,
  color: string,
  center = pdf.page.width / 2,
): void {
  pdf.font(face, size).fillColor(color);
  const x = center - pdf.widthOfString(text) / 2;
  pdf.text(text, x, baseline, { lineBreak: false, baseline: "alphabetic" });
}
