import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { orderStateTable } from "./order-state-table";

test("the documentation shows the lawful moves as the code has them", () => {
  expect(readFileSync("docs/order-states.md", "utf8")).toContain(orderStateTable());
});
