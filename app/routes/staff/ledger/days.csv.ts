import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { readDaysSheet } from "~/ledger/desk/ledger.server";
import { LedgerQuery } from "~/ledger/desk/query";
import { csvResponse } from "~/platform/http/csv-response.server";

export const loader = staffLoader("ledger.read", async ({ request }) => {
  const { rows, columns, range } = await readDaysSheet(LedgerQuery.parse(queryOf(request)));
  return csvResponse(rows, columns, `ledger days ${range.from} to ${range.to}.csv`);
});
