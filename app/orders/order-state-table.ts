import { moves, orderStateNames, orderStates } from "./order-state";

/** The lawful moves as a table in Markdown: a row for each state, and in each cell who may move an order from it to the column's.
 *  `docs/order-states.md` shows it, and a test holds the two together. */
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
