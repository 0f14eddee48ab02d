import { staffLoader } from "~/accounts/staff-route.server";
import { csvResponse } from "~/platform/http/csv-response.server";
import { readMovementsSheet } from "~/staff/ledger.server";
import { LedgerQuery } from "~/staff/ledger-query";
import { queryOf } from "~/staff/list-query";

export const loader = staffLoader("ledger.read", async ({ request }) => {
  const { rows, columns, range } = await readMovementsSheet(LedgerQuery.parse(queryOf(request)));
  return csvResponse(rows, columns, `ledger movements ${range.from} to ${range.to}.csv`);
});
