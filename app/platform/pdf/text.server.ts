import { drawLine, fitText } from "./any-script.server";
import type { Face, Pdf } from "./pdf.server";

export type Text = { height: number; draw: (left: number, top: number) => void };
type Look = { face?: Face; size: number; width: number; color?: string; align?: "left" | "right" };

/** Text in any script, wrapped to a width (points); drawn from its top left corner. */
export function setText(pdf: Pdf, text: string, { face = "text", size, width, color = "#000000", align }: Look): Text {
  const { lines } = fitText(pdf, text, { face, width, sizes: [{ size, lines: Number.POSITIVE_INFINITY }] });
  const leading = size * 1.3;
  return {
    height: lines.length * leading,
    draw: (left, top) => {
      pdf.fillColor(color);
      lines.forEach((line, index) => {
        const x = align === "right" ? left + width - line.width : left;
        drawLine(pdf, line, size, x, top + size + index * leading);
      });
    },
  };
}

/** Stacks text blocks. */
export function stack(texts: Text[]): Text {
  return {
    height: texts.reduce((sum, { height }) => sum + height, 0),
    draw: (left, top) => {
      let y = top;
      for (const text of texts) {
        text.draw(left, y);
        y += text.height;
      }
    },
  };
}
