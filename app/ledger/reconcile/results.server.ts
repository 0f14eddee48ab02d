import type { Day } from "~/core/dates";
import type { Cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import type { DayRange } from "../entries/read.server";
import { Difference } from "./compare";

/** The result of a day's last check; cents are the day's change in Stripe's balance, by each side. */
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
