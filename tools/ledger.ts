// `npm run ledger`: the ledger against the orders' own tables, and what the last comparison with Stripe found, day by day.
import { parseArgs } from "node:util";
import { z } from "zod";
import { decimalDollars } from "~/core/money";
import type { CheckedDay } from "~/ledger/check/days";
import { checkDays } from "~/ledger/check/days.server";
import { received, refunded } from "~/ledger/entries/figures";
import { differenceText, isHarmless } from "~/ledger/reconcile/compare";
import { type Reconciled, readReconciledDays } from "~/ledger/reconcile/results.server";
import { closeDatabase } from "~/platform/db/client.server";

const usage = `Usage:
  npm run ledger                                 every day
  npm run ledger -- --day 2026-11-30             one day
  npm run ledger -- --from 2026-11-01 --to 2026-11-30
Ends with 1 where something differs.`;

const Range = z.strictObject({ day: z.iso.date(), from: z.iso.date(), to: z.iso.date() }).partial();
const option = { type: "string" } as const;

function readRange(): z.infer<typeof Range> | undefined {
  try {
    const { values } = parseArgs({ options: { day: option, from: option, to: option } });
    return Range.parse(values);
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const asked = readRange();
  if (!asked) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const range = { from: asked.day ?? asked.from, to: asked.day ?? asked.to };
  const [{ days, differences }, checked] = await Promise.all([checkDays(range), readReconciledDays(range)]);
  const byDay = new Map(checked.map((each) => [each.day, each]));
  print([heading, ...days.map((day) => rowOf(day, byDay.get(day.day)))]);
  for (const { day, about, what, todo } of differences) console.log(`\n${day}  ${about}: ${what}\n            ${todo}`);
  const atStripe = checked.flatMap(({ day, differences }) =>
    differences.filter((difference) => !isHarmless(difference)).map((difference) => ({ day, difference })),
  );
  for (const { day, difference } of atStripe) {
    const { what, todo } = differenceText(difference);
    console.log(`\n${day}  ${difference.reference}: ${what}\n            ${todo}`);
  }
  const found = differences.length + atStripe.length;
  console.log(found === 0 ? "\nEverything agrees." : `\n${found} to review.`);
  if (found > 0) process.exitCode = 1;
}

const heading = [
  "Day",
  "Received",
  "Refunded",
  "Fees",
  "Disputes",
  "Paid out",
  "Unexplained",
  "Net",
  "Orders",
  "Stripe",
];

function rowOf({ day, figures, isEqual }: CheckedDay, reconciled: Reconciled | undefined): string[] {
  const { fees, disputes, payouts, unexplained, net } = figures;
  const amounts = [received(figures), refunded(figures), fees, disputes, payouts, unexplained, net].map(decimalDollars);
  const stripe = !reconciled ? "not checked" : reconciled.differences.every(isHarmless) ? "agrees" : "differs";
  return [day, ...amounts, isEqual ? "agree" : "differ", stripe];
}

/** Figures are right-aligned. */
function print(rows: string[][]): void {
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "));
}

try {
  await main();
} finally {
  await closeDatabase();
}
