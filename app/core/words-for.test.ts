import { expect, test } from "vitest";
import { wordsFor } from "./words-for";

const words = { saved: "Saved." };

test.each([
  ["saved", "Saved."],
  ["Saved", undefined],
  ["", undefined],
  [null, undefined],
  ["constructor", undefined],
  ["__proto__", undefined],
])("%j returns %j", (key, said) => {
  expect(wordsFor(words, key)).toBe(said);
});
