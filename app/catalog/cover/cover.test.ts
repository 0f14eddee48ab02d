import fc from "fast-check";
import { expect, test } from "vitest";
import { disciplineCodes } from "../read/disciplines";
import { drawCover } from "./cover";
import { designCover } from "./design";
import { coverPalettes } from "./palette";

const discipline = fc.constantFrom(...disciplineCodes);
const title = fc.string({ minLength: 3, maxLength: 90 });

test("a cover never changes, and is small enough to show many at once", () => {
  fc.assert(
    fc.property(discipline, title, (code, text) => {
      const svg = drawCover(code, text);
      expect(svg).toBe(drawCover(code, text));
      expect(svg.length).toBeLessThan(45_000);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|style=/);
    }),
    { numRuns: 150 },
  );
});

test("covers differ by title within a discipline, and by discipline for one title", () => {
  const pictures = disciplineCodes.flatMap((code) => ["Patient Care", "Safety"].map((text) => drawCover(code, text)));
  expect(new Set(pictures).size).toBe(pictures.length);
});

test("every word of a title is on its cover, within the margins", () => {
  fc.assert(
    fc.property(discipline, title, (code, text) => {
      const { lines } = designCover(code, text);
      expect(
        lines
          .map((line) => line.text)
          .join(" ")
          .split(/\s+/),
      ).toEqual(text.split(/\s+/));
      if (lines.length <= 6)
        for (const { baseline } of lines) expect(baseline).toSatisfy((y: number) => y > 20 && y < 390);
    }),
  );
});

test("titles are readable: at least 4.5:1 contrast with the ground", () => {
  for (const palettes of Object.values(coverPalettes))
    for (const { ground, title: ink, line } of palettes) {
      expect(contrast(ground, ink)).toBeGreaterThan(4.5);
      expect(contrast(ground, line)).toBeGreaterThan(2.4);
    }
});

/** WCAG 2.2's contrast ratio of two `#rrggbb` colors. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
