import { expect, test } from "vitest";
import { lookUp } from "./look-up";

const words = { saved: "Saved." };

test.each([
  ["saved", "Saved."],
  ["Saved", undefined],
  ["", undefined],
  [null, undefined],
  ["constructor", undefined],
  ["__proto__", undefined],
])("%j returns %j", (key, said) => {
  expect(lookUp(words, key)).toBe(said);
});
