import type { Day } from "~/core/dates";
import type { Cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { Difference } from "./compare";
import type { DayRange } from "./entries.server";

/** What the last check of a day found; cents are what moved Stripe's balance that day, by each side. */
export type Reconciled = {
  day: Day;
  checkedAt: Date;
  stripeCents: Cents;
  ledgerCents: Cents;
  differences: Difference[];
};

export async function readReconciled(day: Day): Promise<Reconciled | undefined> {
  const [row] = await readReconciledDays({ from: day, to: day });
  return row;
}

export async function readReconciledDays({ from, to }: DayRange): Promise<Reconciled[]> {
  const rows = await db().reconciliation.findMany({ where: { day: { gte: from, lte: to } }, orderBy: { day: "asc" } });
  return rows.map((row) => ({ ...row, differences: Difference.array().parse(row.differences) }));
}
