import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { moves, orderStateNames, orderStates } from "./order-state";

test("the documented state changes match the code", () => {
  expect(readFileSync("docs/order-states.md", "utf8")).toContain(movesTable());
});

/** The allowed moves in Markdown: a row for each state, and in each cell who can move an order to the column's state. */
function movesTable(): string {
  const rows = orderStates.map((from) => [
    `**${orderStateNames[from]}** (\`${from}\`)`,
    ...orderStates.map((to) =>
      (["payment", "refund", "staff"] as const).filter((by) => moves[by][from].includes(to)).join(", "),
    ),
  ]);
  const head = ["from \\ to", ...orderStates.map((state) => orderStateNames[state])];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
