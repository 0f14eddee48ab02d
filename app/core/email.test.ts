import { expect, test } from "vitest";
import { customerKeyOf, Email } from "./email";

test.each([
  { typed: "Ada.Lim+ce@Example.org", valid: true },
  { typed: "  dana@example.com ", valid: true },
  { typed: "josé@beispiel.example", valid: true },
  { typed: "o'neil@example.co.uk", valid: true },
  { typed: "first.last+tag_%x/y=z!#$&'*?^`{|}~@example.com", valid: true },
  { typed: "用户@例え.example", valid: true },
  { typed: "ada@xn--bcher-kva.example", valid: true },
  { typed: "ada@mail.radiology.st-annes.example", valid: true },
  { typed: `${"a".repeat(64)}@example.com`, valid: true },
  { typed: `${"a".repeat(65)}@example.com`, valid: false },
  { typed: '"ada lim"@example.com', valid: false },
  { typed: "ada(comment)@example.com", valid: false },
  { typed: "ada@[192.0.2.1]", valid: false },
  { typed: "Ada Lim <ada@example.com>", valid: false },
  { typed: ".ada@example.com", valid: false },
  { typed: "ada@example..com", valid: false },
  { typed: "ada@-example.com", valid: false },
  { typed: "nobody", valid: false },
  { typed: "a@b", valid: false },
  { typed: "two@at@example.com", valid: false },
  { typed: "a@example.com\r\nBcc: b@example.com", valid: false },
  { typed: "a\u0000b@example.com", valid: false },
  { typed: "ada.@example.com", valid: false },
  { typed: "ada@example.com/path", valid: false },
  { typed: "ada@example.com:25", valid: false },
  { typed: "ada@ex%41mple.com", valid: false },
  { typed: "ada@127.0.0.10", valid: false },
  { typed: "ada@0x7f000001.10", valid: false },
  { typed: "ada@xn--a.example", valid: false },
  { typed: `ada@${"a".repeat(64)}.example`, valid: false },
  { typed: "ada@example-.com", valid: false },
  { typed: "ada@under_score.example", valid: false },
  { typed: "ada\ud800@example.com", valid: false },
  { typed: "\u200b", valid: false },
  { typed: "", valid: false },
  { typed: `${"a".repeat(250)}@example.com`, valid: false },
])("an address: $typed", ({ typed, valid }) => {
  expect(Email.safeParse(typed).success).toBe(valid);
});

test("PRICING 7: letter case and Unicode form don't make a different customer", () => {
  expect(customerKeyOf(" Ada@Example.ORG")).toBe(customerKeyOf("ada@example.org"));
  expect(customerKeyOf("jose\u0301@example.org")).toBe(customerKeyOf("josé@example.org"));
});

test.each([
  { typed: "\u200bada@example.com", email: "ada@example.com" },
  { typed: "a\u00adda@exam\u2060ple.com\ufeff", email: "ada@example.com" },
  { typed: "\u202eada@example.com\u202c", email: "ada@example.com" },
  { typed: "Ada@Example.COM.", email: "Ada@example.com" },
  { typed: "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ", email: "ada@example.com" },
  { typed: "ada@example。com", email: "ada@example.com" },
  { typed: "idn@bücher.example", email: "idn@xn--bcher-kva.example" },
  { typed: "idn@BU\u0308CHER.example", email: "idn@xn--bcher-kva.example" },
  { typed: "idn@XN--BCHER-KVA.example", email: "idn@xn--bcher-kva.example" },
  { typed: "ada@faß.example", email: "ada@xn--fa-hia.example" },
])("SECURITY 54: $typed is mailed to $email", ({ typed, email }) => {
  expect(Email.parse(typed)).toBe(email);
  expect(customerKeyOf(typed)).toBe(email.toLowerCase());
});

test.each([
  { typed: " ", message: "Enter your e-mail address." },
  { typed: "ada", message: "Enter an address like name@example.com." },
  {
    typed: "ada@xn--a.example",
    message: "Check the part after the @: we can’t send mail there. Enter an address like name@example.com.",
  },
])("SECURITY 54: $typed is refused with what to do", ({ typed, message }) => {
  expect(Email.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
