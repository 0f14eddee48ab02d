import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { RefundRequestsQuery } from "~/refunds/desk/query";
import { readRefundRequests } from "~/refunds/desk/requests.server";
import { RefundRequestsView } from "~/refunds/desk/requests-view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Refund requests");

export const loader = staffLoader("refunds.read", async ({ request }) => {
  const query = RefundRequestsQuery.parse(queryOf(request));
  return { query, list: await readRefundRequests(query) };
});

export default function StaffRefundRequests() {
  return <RefundRequestsView {...useLoaderData<typeof loader>()} />;
}
