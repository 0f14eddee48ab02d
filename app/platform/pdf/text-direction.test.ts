import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines, lettersOf, piecesOf } from "./text-direction";

test.each([
  { line: "Dana Meyer", pieces: ["Dana Meyer"] },
  { line: "محمد علي", pieces: ["محمد علي"] },
  { line: "محمد Smith", pieces: ["Smith", "محمد "] },
  { line: "Smith محمد", pieces: ["Smith ", "محمد"] },
  { line: "שרה לוי 3", pieces: ["3", "שרה לוי "] },
  { line: "山田 花子", pieces: ["山田 花子"] },
  { line: "…", pieces: ["…"] },
  { line: "", pieces: [] },
])("SECURITY 30: a name in any script: $line is printed as $pieces", ({ line, pieces }) => {
  expect(piecesOf(line).map(({ text }) => text)).toEqual(pieces);
});

test("no letter of any name is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (line) => {
      const kept = piecesOf(line).map(({ text }) => text);
      expect([...kept.join("")].sort()).toEqual([...line].sort());
    }),
  );
});

test("lines are filled, and a word that is too wide breaks between letters", () => {
  const measure = (line: string) => lettersOf(line).length;
  expect(breakLines("one two three", 7, measure)).toEqual(["one two", "three"]);
  expect(breakLines("abcdefghij k", 4, measure)).toEqual(["abcd", "efgh", "ij k"]);
  expect(breakLines("👩‍⚕️👩‍⚕️👩‍⚕️", 2, measure)).toEqual(["👩‍⚕️👩‍⚕️", "👩‍⚕️"]);
});
