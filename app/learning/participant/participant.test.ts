import { expect, test } from "vitest";
import { CertificateName, isSamePerson } from "./participant";

const email = "dana@example.com";

test.each([
  { before: "Dana Meyer", after: "Dana Meier", same: true },
  { before: "Dana Meyer", after: "Dana R. Meyer", same: true },
  { before: "dana meyer", after: "Meyer, Dana", same: true },
  { before: "Jose Nunez", after: "José Núñez", same: true },
  { before: "Dana", after: "Dana Meyer", same: true },
  { before: "Dana Meyer", after: "Kim Lee", same: false },
  { before: "Dana Meyer", after: "Robin Meyer", same: false },
  { before: "محمد علي", after: "محمد على", same: true },
  { before: "陈伟", after: "李娜", same: false },
])("EDUCATION 12: after an attempt, $before can be changed to $after: $same", ({ before, after, same }) => {
  expect(isSamePerson({ name: before, email }, { name: after, email })).toBe(same);
});

test("EDUCATION 12: another mailbox is another person; another letter case is not", () => {
  const name = "Dana Meyer";
  expect(isSamePerson({ name, email }, { name, email: "kim@example.com" })).toBe(false);
  expect(isSamePerson({ name, email }, { name, email: " Dana@Example.com" })).toBe(true);
});

test.each([
  { typed: "  Ada   Lovelace ", expected: "Ada Lovelace" },
  { typed: "Jose\u0301", expected: "José" },
  { typed: "山田 花子", expected: "山田 花子" },
  { typed: "", expected: undefined },
  { typed: "...", expected: undefined },
  { typed: "Ada\nLovelace", expected: undefined },
  { typed: "Ada\u202eecalevoL", expected: undefined },
  { typed: "Claim at evil.example", expected: undefined },
  { typed: "a".repeat(200), expected: "a".repeat(200) },
  { typed: "a".repeat(201), expected: undefined },
])("a name for a certificate: $typed", ({ typed, expected }) => {
  const read = CertificateName.safeParse(typed);
  expect(read.success ? read.data : undefined).toBe(expected);
});
