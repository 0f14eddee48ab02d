import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { readLedger } from "~/ledger/desk/ledger.server";
import { LedgerQuery } from "~/ledger/desk/query";
import { LedgerView } from "~/ledger/desk/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Ledger");

export const loader = staffLoader("ledger.read", async ({ request }) => {
  return readLedger(LedgerQuery.parse(queryOf(request)));
});

export default function StaffLedger() {
  return <LedgerView {...useLoaderData<typeof loader>()} />;
}
