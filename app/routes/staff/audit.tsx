import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { readAuditPage } from "~/desk/audit/log.server";
import { AuditQuery } from "~/desk/audit/query";
import { AuditView } from "~/desk/audit/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Audit");

export const loader = staffLoader("audit.read", async ({ request }) => {
  const query = AuditQuery.parse(queryOf(request));
  return { query, list: await readAuditPage(query) };
});

export default function StaffAudit() {
  return <AuditView {...useLoaderData<typeof loader>()} />;
}
