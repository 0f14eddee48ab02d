import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { checkLedger } from "../check/days";
import { feeEntry, paymentEntry, payoutEntry, payoutReturnEntry, refundEntry } from "../entries/entry";
import type { PostedEntry } from "../entries/figures";
import { daysSheet, movementsSheet } from "./spreadsheet";

const fact = { id: "ch_1", orderId: OrderId.parse("o"), at: new Date("2026-11-24T18:00:00Z") };
const entries: PostedEntry[] = [
  paymentEntry(fact, { items: cents(9950), shipping: cents(595), tax: cents(800) }),
  feeEntry({ ...fact, id: "txn_1" }, cents(359)),
  refundEntry({ ...fact, id: "re_1" }, { items: cents(1500), shipping: cents(400), tax: cents(100) }, true),
  payoutEntry({ ...fact, id: "po_1", orderId: undefined }, cents(5000)),
  payoutReturnEntry({ ...fact, id: "po_1", orderId: undefined }, cents(1250)),
].map((entry) => ({
  ...entry,
  id: entry.reference,
  orderId: entry.orderId ?? null,
  day: "2026-11-24",
  memo: null,
}));

test("the bookkeeper gets a row for each movement, with items, shipping, and tax separate", () => {
  const { columns, rows } = movementsSheet(entries, new Map([["o", "1042"]]));
  const lines = rows.map((row) => columns.map((column) => row[column]).join(","));
  expect([columns.join(","), ...lines]).toEqual([
    "Day,Time (UTC),Type,Order,Stripe ID,Courses USD,Shipping USD,Sales tax USD,Unfulfilled USD,Stripe fees USD,Disputes USD,Paid out USD,Unexplained USD,Net USD,Memo",
    "2026-11-24,2026-11-24 18:00:00,Payment,1042,ch_1,99.5,5.95,8,0,0,0,0,0,113.45,",
    "2026-11-24,2026-11-24 18:00:00,Fee,1042,txn_1,0,0,0,0,-3.59,0,0,0,-3.59,",
    "2026-11-24,2026-11-24 18:00:00,Refund,1042,re_1,-15,-4,-1,0,0,0,0,0,-20,",
    "2026-11-24,2026-11-24 18:00:00,Payout,,po_1,0,0,0,0,0,0,-50,0,-50,",
    "2026-11-24,2026-11-24 18:00:00,Payout,,po_1,0,0,0,0,0,0,12.5,0,12.5,",
  ]);
});

test("a day's row has the same sums, with refunds separate, and says whether orders and Stripe agree", () => {
  const { columns, rows } = daysSheet(checkLedger([], entries).days, new Map());
  expect(rows).toHaveLength(1);
  expect(columns.map((column) => rows[0]?.[column])).toEqual([
    "2026-11-24",
    99.5,
    5.95,
    8,
    0,
    -15,
    -4,
    -1,
    0,
    -3.59,
    0,
    -37.5,
    0,
    52.36,
    "no",
    "not checked",
  ]);
});
