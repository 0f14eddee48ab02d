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
  { typed: "", valid: false },
  { typed: `${"a".repeat(250)}@example.com`, valid: false },
])("an address: $typed", ({ typed, valid }) => {
  expect(Email.safeParse(typed).success).toBe(valid);
});

test("PRICING 7: letter case and Unicode form don't make a different customer", () => {
  expect(customerKeyOf(" Ada@Example.ORG")).toBe(customerKeyOf("ada@example.org"));
  expect(customerKeyOf("jose\u0301@example.org")).toBe(customerKeyOf("josé@example.org"));
});
