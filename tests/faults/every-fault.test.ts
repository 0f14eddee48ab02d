import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faults } from "./fault";

const source = readdirSync("tests/faults")
  .filter((name) => name.endsWith(".server.test.ts"))
  .map((name) => readFileSync(`tests/faults/${name}`, "utf8"))
  .join("\n");

test.each(faults)("SECURITY 27: there is a test for the fault: %s", (name) => {
  expect(source).toMatch(new RegExp(`fault\\(\\s*"${name.replaceAll(/[.*+?()]/g, "\\$&")}"`));
});
