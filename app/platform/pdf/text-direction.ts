/** A one-directional piece of a line, in left-to-right print order. */
export type Piece = { text: string; rightToLeft: boolean };

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Graphemes: combining marks and joined emoji stay with their base. */
export function lettersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The pieces of a line in print order. A subset of Unicode's bidirectional algorithm (UAX 9), enough for names: the
 *  first letter sets the line's direction, digits read left to right, and spaces and punctuation follow their
 *  neighbors. */
export function piecesOf(line: string): Piece[] {
  const letters = lettersOf(line);
  const strong = letters.map((letter) => (rightToLeft.test(letter) ? "R" : /[\p{L}\p{N}]/u.test(letter) ? "L" : ""));
  const base = strong[letters.findIndex((letter) => /\p{L}/u.test(letter))] ?? "L";
  const pieces: Piece[] = [];
  letters.forEach((letter, index) => {
    const before = strong.slice(0, index).findLast((side) => side !== "") ?? base;
    const after = strong.slice(index).find((side) => side !== "") ?? base;
    const side = strong[index] || (before === after ? before : base);
    const last = pieces.at(-1);
    if (last && last.rightToLeft === (side === "R")) last.text += letter;
    else pieces.push({ text: letter, rightToLeft: side === "R" });
  });
  return base === "R" ? pieces.reverse() : pieces;
}

/** Breaks text at spaces, or inside a word that is too wide, so each line measures at most `width`. */
export function breakLines(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of lettersOf(word)) {
      if (line !== "" && measure(line + letter) > width) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  return line === "" ? lines : [...lines, line];
}
