import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readAuditPage } from "~/staff/audit-log.server";
import { AuditView } from "~/staff/audit-view";
import { AuditQuery, queryOf } from "~/staff/list-query";

export const meta: MetaFunction = () => [{ title: "Audit · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("audit.read", async ({ request }) => {
  const query = AuditQuery.parse(queryOf(request));
  return { query, list: await readAuditPage(query) };
});

export default function StaffAudit() {
  return <AuditView {...useLoaderData<typeof loader>()} />;
}
