import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { queryOf } from "~/core/list-query";
import { RefundRequestsQuery } from "~/refunds/desk/query";
import { readRefundRequests } from "~/refunds/desk/requests.server";
import { RefundRequestsView } from "~/refunds/desk/requests-view";

export const meta: MetaFunction = () => [{ title: "Refund requests · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const query = RefundRequestsQuery.parse(queryOf(request));
  return { query, list: await readRefundRequests(query) };
}

export default function StaffRefundRequests() {
  return <RefundRequestsView {...useLoaderData<typeof loader>()} />;
}
