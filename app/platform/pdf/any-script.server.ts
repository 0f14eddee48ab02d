import { fontFile, type Pdf } from "./pdf.server";
import { breakLines, lettersOf, piecesOf } from "./text-direction";

/** Fonts for what the shop's own typefaces lack, each opened only for a text in its scripts; the first that has a letter
 *  prints it. Emoji come in one colour. */
const fallbacks: { scripts: RegExp; file: string }[] = [
  { scripts: /\p{Script=Greek}/u, file: "noto-sans-greek.woff" },
  { scripts: /\p{Script=Greek}/u, file: "noto-sans-greek-ext.woff" },
  { scripts: /\p{Script=Cyrillic}/u, file: "noto-sans-cyrillic.woff" },
  { scripts: /\p{Script=Cyrillic}/u, file: "noto-sans-cyrillic-ext.woff" },
  { scripts: /\p{Script=Devanagari}/u, file: "noto-sans-devanagari.woff" },
  { scripts: /\p{Script=Arabic}/u, file: "noto-sans-arabic.woff" },
  { scripts: /\p{Script=Hebrew}/u, file: "noto-sans-hebrew.woff" },
  { scripts: /\p{Script=Thai}/u, file: "noto-sans-thai.woff" },
  { scripts: /\p{Script=Hangul}/u, file: "noto-sans-kr.otf" },
  {
    scripts:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\uff00-\uffef]/u,
    file: "noto-sans-sc.otf",
  },
  {
    scripts: /\p{Emoji_Presentation}|\ufe0f|\p{Extended_Pictographic}/u,
    file: "noto-emoji.woff",
  },
  { scripts: /\p{L}/u, file: "noto-sans-latin-ext.woff" },
  { scripts: /\p{L}/u, file: "noto-sans-vietnamese.woff" },
];

/** What fontkit knows about the font that pdfkit works with; pdfkit hands it out under no public name. */
type OpenFont = { hasGlyphForCodePoint(codePoint: number): boolean };
const openFont = (pdf: Pdf) => (pdf as unknown as { _font: { font?: OpenFont } })._font.font;

type Run = { text: string; face: string };
export type Line = { runs: Run[]; width: number };

// Any list switches on the layout of the whole run: pdfkit else lays out word by word, and from right to left that
// would turn the words' order around.
const features: PDFKit.Mixins.OpenTypeFeatures[] = ["kern"];

/** Joiners and variation selectors change what stands before them and need no glyph of their own. */
const silent = /\p{Cf}|\p{Variation_Selector}/u;

function covers(pdf: Pdf, face: string, letter: string): boolean {
  pdf.font(face);
  const font = openFont(pdf);
  // A built-in PDF font prints Latin only.
  if (!font) return /^[\u0020-\u00ff]*$/.test(letter);
  return [...letter].every((sign) => silent.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
}

function faceFor(pdf: Pdf, face: string, letter: string): string {
  if (covers(pdf, face, letter)) return face;
  for (const { scripts, file } of fallbacks) {
    if (!scripts.test(letter)) continue;
    const path = fontFile(file);
    if (covers(pdf, path, letter)) return path;
  }
  // No font has it: the box that a font draws for such a letter, so that its place is seen.
  return face;
}

/** One line of text in any script as runs of one font each, from left to right. Sets the document's font. */
export function setLine(pdf: Pdf, text: string, face: string, size: number): Line {
  const runs = piecesOf(text).flatMap((piece) => {
    const found: Run[] = [];
    for (const letter of lettersOf(piece.text)) {
      const last = found.at(-1);
      // From right to left a space stays in its word's font, so that the words are laid out as one.
      const next = letter === " " && last && piece.rightToLeft ? last.face : faceFor(pdf, face, letter);
      if (last && last.face === next) last.text += letter;
      else found.push({ text: letter, face: next });
    }
    return piece.rightToLeft ? found.reverse() : found;
  });
  const width = runs.reduce((sum, run) => sum + pdf.font(run.face, size).widthOfString(run.text, { features }), 0);
  return { runs, width };
}

type Fit = { face: string; width: number; sizes: { size: number; lines: number }[] };

/** The largest of the sizes at which the text fits into its lines; at the last one it takes as many as it needs. */
export function fitText(pdf: Pdf, text: string, { face, width, sizes }: Fit): { size: number; lines: Line[] } {
  let smallest = 10;
  for (const { size, lines: most } of sizes) {
    smallest = size;
    const lines = breakLines(text, width, (line) => setLine(pdf, line, face, size).width);
    if (lines.length <= most) return { size, lines: lines.map((line) => setLine(pdf, line, face, size)) };
  }
  const lines = breakLines(text, width, (line) => setLine(pdf, line, face, smallest).width);
  return { size: smallest, lines: lines.map((line) => setLine(pdf, line, face, smallest)) };
}

/** Prints a line from `left` on its baseline (points from the page's edges). */
export function drawLine(pdf: Pdf, line: Line, size: number, left: number, baseline: number): void {
  let x = left;
  for (const { text, face } of line.runs) {
    pdf.font(face, size).text(text, x, baseline, { lineBreak: false, baseline: "alphabetic", features });
    x += pdf.widthOfString(text, { features });
  }
}
