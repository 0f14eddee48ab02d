import { expect, test } from "vitest";
import { VerificationCode } from "./verification";

const code = "AbCdEfGhIjKlMnOpQrSt_-";

test.each([
  { typed: code, expected: code },
  { typed: `  ${code}\n`, expected: code },
  { typed: `https://shop.example/verify/${code}`, expected: code },
  { typed: `shop.example/verify/${code}/`, expected: code },
  { typed: code.slice(1), expected: undefined },
  { typed: `${code}x`, expected: undefined },
  { typed: "2026-7K4M-9QXT", expected: undefined },
  { typed: "https://evil.example/a/../b", expected: undefined },
  { typed: "", expected: undefined },
])("a verifier types $typed", ({ typed, expected }) => {
  const read = VerificationCode.safeParse(typed);
  expect(read.success ? read.data : undefined).toBe(expected);
});
