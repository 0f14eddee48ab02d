import fc from "fast-check";
import { expect, test } from "vitest";
import { certificateNumber } from "./certificate-number";

test("EDUCATION 12: a certificate number can be read aloud", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      expect(certificateNumber("2026", random)).toMatch(/^2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
  expect(() => certificateNumber("2026", new Uint8Array(7))).toThrow(RangeError);
});
