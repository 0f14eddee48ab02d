import { expect, test } from "vitest";
import { redactAddresses } from "./redact-addresses";

test.each([
  { text: "550 5.1.1 <ada@example.com>: no such user", expected: "550 5.1.1 <(address)>: no such user" },
  { text: "rejected: o'hara+ce@sub.example.org, bo@example.com", expected: "rejected: (address), (address)" },
  { text: "unknown δοκιμή@παράδειγμα.δοκιμή here", expected: "unknown (address) here" },
  { text: '"ada lim"@example.com is full', expected: "(address) is full" },
  { text: "ada@[192.0.2.1] refused", expected: "(address) refused" },
  { text: "connect ECONNREFUSED 127.0.0.1:25", expected: "connect ECONNREFUSED 127.0.0.1:25" },
])("$text", ({ text, expected }) => {
  expect(redactAddresses(text)).toBe(expected);
});
