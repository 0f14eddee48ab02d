import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { readShop } from "~/shop/shop.server";
import { accounts } from "../accounts";
import { checkDays } from "../check.server";
import { isHarmless } from "../compare";
import { readBalances, readEntries } from "../entries.server";
import { sumFigures } from "../figures";
import { type Reconciled, readReconciledDays } from "../reconciled.server";
import { daysSheet, movementsSheet, type Sheet } from "../spreadsheet";
import { readOrderNames } from "./order-numbers.server";
import { type LedgerQuery, rangeOf } from "./query";

/** The days of the ledger with what two other sources say of each: the orders' tables, and Stripe. The newest first. */
export async function readLedger(query: LedgerQuery) {
  const { timeZone } = await readShop();
  const range = rangeOf(query, dayIn(now(), timeZone));
  const [{ days, differences }, reconciled, balances] = await Promise.all([
    checkDays(range),
    readReconciledDays(range),
    readBalances(),
  ]);
  const byDay = new Map(reconciled.map((each) => [each.day, each]));
  const rows = days.map(({ day, figures, isEqual }) => ({
    day,
    figures,
    isRight: isEqual && !differences.some((difference) => difference.day === day),
    stripe: stateOf(byDay.get(day)),
  }));
  return {
    range,
    days: rows.reverse(),
    // A day on which nothing moved here may be one on which Stripe moved something.
    elsewhere: reconciled
      .filter((each) => stateOf(each).count > 0 && !days.some(({ day }) => day === each.day))
      .map(({ day }) => day),
    sums: sumFigures(days.map(({ figures }) => figures)),
    balances: Object.entries(accounts).map(([account, name]) => ({
      account,
      name,
      cents: balances.get(account as keyof typeof accounts) ?? 0,
    })),
  };
}
export type LedgerPage = Awaited<ReturnType<typeof readLedger>>;
export type StripeState = ReturnType<typeof stateOf>;

/** `count` is of the differences that need somebody. */
export function stateOf(reconciled: Reconciled | undefined) {
  const count = reconciled?.differences.filter((difference) => !isHarmless(difference)).length ?? 0;
  return { isChecked: reconciled !== undefined, count };
}

/** The bookkeeper's rows of the days asked for. */
export async function readMovementsSheet(query: LedgerQuery): Promise<Sheet & { range: { from: string; to: string } }> {
  const range = rangeOf(query, await today());
  const entries = await readEntries(range);
  return { range, ...movementsSheet(entries, await readOrderNames(entries)) };
}

export async function readDaysSheet(query: LedgerQuery): Promise<Sheet & { range: { from: string; to: string } }> {
  const range = rangeOf(query, await today());
  const [{ days }, reconciled] = await Promise.all([checkDays(range), readReconciledDays(range)]);
  return { range, ...daysSheet(days, new Map(reconciled.map((each) => [each.day, each]))) };
}

async function today() {
  return dayIn(now(), (await readShop()).timeZone);
}
