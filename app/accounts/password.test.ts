import { expect, test } from "vitest";
import { NewPassword } from "./password";

test.each([
  { story: "seven characters are too short", password: "a".repeat(7), lawful: false },
  { story: "eight are enough", password: "a".repeat(8), lawful: true },
  { story: "128 are allowed", password: "a".repeat(128), lawful: true },
  { story: "256 are allowed", password: "a".repeat(256), lawful: true },
  { story: "257 are not", password: "a".repeat(257), lawful: false },
  { story: "spaces and any script are allowed", password: "паро ль é", lawful: true },
])("SECURITY 6.2: $story", ({ password, lawful }) => {
  expect(NewPassword.safeParse(password).success).toBe(lawful);
});

test("SECURITY 6.2: a password is kept as it was typed", () => {
  expect(NewPassword.parse("  two ends  ")).toBe("  two ends  ");
});
