import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each([
  { target: "/cart", expected: "/cart" },
  { target: "/catalog?discipline=CT&page=2#top", expected: "/catalog?discipline=CT&page=2#top" },
  { target: "//evil.example", expected: "/" },
  { target: "/\\evil.example", expected: "/" },
  { target: "/ok//evil.example", expected: "/" },
  { target: "https://evil.example", expected: "/" },
  { target: "javascript:alert(1)", expected: "/" },
  { target: "/a\r\nSet-Cookie: x", expected: "/" },
  { target: "/\t/evil.example", expected: "/" },
  { target: "cart", expected: "/" },
  { target: "", expected: "/" },
  { target: null, expected: "/" },
  { target: `/${"a".repeat(2000)}`, expected: "/" },
  { target: "/☃?q=☃#☃", expected: "/%E2%98%83?q=%E2%98%83#%E2%98%83" },
  { target: "/caf%C3%A9?q=a+b%26", expected: "/caf%C3%A9?q=a+b%26" },
  { target: "/\ud800/a?q=\udfff", expected: "/%EF%BF%BD/a?q=%EF%BF%BD" },
  { target: "/a/../../b/.", expected: "/b/" },
])("SECURITY 21, safePath: $target", ({ target, expected }) => {
  expect(safePath(target)).toBe(expected);
});
