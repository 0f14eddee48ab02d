import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readLedger } from "~/staff/ledger.server";
import { LedgerQuery } from "~/staff/ledger-query";
import { LedgerView } from "~/staff/ledger-view";
import { queryOf } from "~/staff/list-query";

export const meta: MetaFunction = () => [{ title: "Ledger · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("ledger.read", async ({ request }) => {
  return readLedger(LedgerQuery.parse(queryOf(request)));
});

export default function StaffLedger() {
  return <LedgerView {...useLoaderData<typeof loader>()} />;
}
