import { expect, test } from "vitest";
import { hasWebAddress, withoutLinks } from "./typed-links";

test.each([
  "https://evil.example",
  "HTTP:evil",
  "www.evil.example",
  "Ada evil.com",
  "t.co/abc",
  "Ada\u200b.evil.com",
  "ｗｗｗ．ｅｖｉｌ．ｃｏｍ",
  "пример.рф",
  "ada@example.com",
])("SECURITY 66: %s is no name", (typed) => {
  expect(hasWebAddress(typed)).toBe(true);
});

test.each([
  "Ada Lim, R.T.(R)(CT)",
  "J.Smith",
  "Sam J. Ortega",
  "Dr. Ph.D. Kim",
  "Kumar s/o Raj",
  "山田 花子",
  "محمد علي",
  "O’Neil-Smith",
])("SECURITY 66: %s is a name", (typed) => {
  expect(hasWebAddress(typed)).toBe(false);
});

test.each([
  { typed: "Look: https://evil.example/a?b", inert: "Look: https: //evil. example/a?b" },
  { typed: "www.1a.com", inert: "www. 1a. com" },
  { typed: "t.co/abc and bit.ly/x", inert: "t. co/abc and bit. ly/x" },
  { typed: "write to a@evil.com", inert: "write to a@evil. com" },
  { typed: "http://203.0.113.9/x", inert: "http: //203. 0. 113. 9/x" },
  { typed: "evil\u200b.com", inert: "evil\u200b. com" },
  { typed: "evil。com", inert: "evil。 com" },
  { typed: "xn--e1afmkfd.xn--p1ai", inert: "xn--e1afmkfd. xn--p1ai" },
  { typed: "It’s 3.5 credits, at 5 p.m. Enjoy!\nSee you.", inert: "It’s 3.5 credits, at 5 p.m. Enjoy!\nSee you." },
  { typed: "你好。很高兴", inert: "你好。很高兴" },
  { typed: "J.Smith", inert: "J. Smith" },
])("SECURITY 66: in a letter, $typed links nowhere", ({ typed, inert }) => {
  expect(withoutLinks(typed)).toBe(inert);
  expect(withoutLinks(inert)).toBe(inert);
});
