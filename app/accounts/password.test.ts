import { expect, test } from "vitest";
import { NewPassword } from "./password";

test.each([
  { story: "seven characters are too short", password: "a".repeat(7), valid: false },
  { story: "eight are enough", password: "a".repeat(8), valid: true },
  { story: "128 are allowed", password: "a".repeat(128), valid: true },
  { story: "256 are allowed", password: "a".repeat(256), valid: true },
  { story: "257 are not", password: "a".repeat(257), valid: false },
  { story: "spaces and any script are allowed", password: "паро ль é", valid: true },
])("SECURITY 6.2: $story", ({ password, valid }) => {
  expect(NewPassword.safeParse(password).success).toBe(valid);
});

test("SECURITY 6.2: a password is used exactly as typed", () => {
  expect(NewPassword.parse("  two ends  ")).toBe("  two ends  ");
});
