import { expect, test } from "vitest";
import { plainLines } from "./plain-text";

test.each([
  { story: "a browser’s line endings", typed: "Twice,\r\nby mistake\r", kept: "Twice,\nby mistake\n" },
  { story: "any script", typed: "שלום 😀 放射", kept: "שלום 😀 放射" },
  {
    story: "control characters, including NUL, which databases reject",
    typed: "a\u0000b\u0007c\td\u0085",
    kept: "abc\td",
  },
])("typed text: $story", ({ typed, kept }) => {
  expect(plainLines(typed)).toBe(kept);
});
