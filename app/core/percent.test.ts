import { expect, test } from "vitest";
import { decimalPercent, parsePercent } from "./percent";

test.each([
  ["15", 1500],
  ["12.5", 1250],
  ["33.33 %", 3333],
  ["100%", 10_000],
  ["0", 0],
  ["100.01", undefined],
  ["-5", undefined],
  ["ten", undefined],
  ["", undefined],
])("%j is read as %j", (text, basisPoints) => {
  expect(parsePercent(text)).toBe(basisPoints);
  if (basisPoints !== undefined) expect(parsePercent(decimalPercent(basisPoints))).toBe(basisPoints);
});
