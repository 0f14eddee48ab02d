import { moves, orderStateNames, orderStates } from "./order-state";

/** The allowed moves as a Markdown table: a row for each state, and in each cell who can move an order to the column's state.
 *  A test compares it with `docs/order-states.md`. */
export function orderStateTable(): string {
  const rows = orderStates.map((from) => [
    `**${orderStateNames[from]}** (\`${from}\`)`,
    ...orderStates.map((to) =>
      (["payment", "refund", "staff"] as const).filter((by) => moves[by][from].includes(to)).join(", "),
    ),
  ]);
  const head = ["from \\ to", ...orderStates.map((state) => orderStateNames[state])];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
