import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { readShop } from "~/shop/shop.server";
import { checkDays } from "../check/days.server";
import { accounts } from "../entries/accounts";
import { sumFigures } from "../entries/figures";
import { readBalances, readEntries } from "../entries/read.server";
import { isHarmless } from "../reconcile/compare";
import { type Reconciled, readReconciledDays } from "../reconcile/results.server";
import { readOrderNames } from "./order-numbers.server";
import { type LedgerQuery, rangeOf } from "./query";
import { daysSheet, movementsSheet, type Sheet } from "./spreadsheet";

/** The ledger's days, newest first, each compared with the orders' tables and with Stripe. */
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
    // Stripe may have moved something on a day without entries here.
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

/** `count` is the number of differences that need attention. */
export function stateOf(reconciled: Reconciled | undefined) {
  const count = reconciled?.differences.filter((difference) => !isHarmless(difference)).length ?? 0;
  return { isChecked: reconciled !== undefined, count };
}

/** The bookkeeper's rows for the requested days. */
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
