import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { normalizeCode } from "../units/code";
import { codeAlphabet, makeCodes, printCode } from "./make";

/** Bytes that look random but are the same every time. */
function bytesOf(seed: string) {
  let count = 0;
  return (size: number) => {
    const bytes: number[] = [];
    while (bytes.length < size) bytes.push(...createHash("sha256").update(`${seed}${count++}`).digest());
    return Uint8Array.from(bytes.slice(0, size));
  };
}

test("codes are unique, have no look-alike letters, and survive printing and typing", () => {
  const codes = makeCodes(2000, "SPRING", bytesOf("a"));
  expect(new Set(codes).size).toBe(2000);
  for (const code of codes) {
    expect(code).toMatch(/^SPRING[34679CDFGHJKMNPQRTVWX]{12}$/);
    expect(normalizeCode(printCode(code, "SPRING").toLowerCase())).toBe(code);
  }
  expect(printCode("SPRING7QKDF3RM9XTW", "SPRING")).toBe("SPRING-7QKD-F3RM-9XTW");
  expect(codeAlphabet).not.toMatch(/[0O1IL5S2Z8BAEU]/);
});

test("every letter is equally likely", () => {
  const text = makeCodes(4000, "", bytesOf("b")).join("");
  const expected = text.length / codeAlphabet.length;
  for (const letter of codeAlphabet) {
    const share = text.split(letter).length - 1;
    expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt(expected));
  }
});

test("bytes that would favor the first letters are discarded, and no code is generated twice", () => {
  const bytes = (value: number) => Uint8Array.from({ length: 24 }, () => value);
  const answers = [bytes(255), bytes(0), bytes(0), bytes(1)];
  const codes = makeCodes(2, "", () => answers.shift() ?? bytes(2));
  expect(codes).toEqual(["3".repeat(12), "4".repeat(12)]);
});
