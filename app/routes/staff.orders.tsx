import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { queryOf } from "~/core/list-query";
import { readOrders } from "~/desk/orders/list.server";
import { OrdersView } from "~/desk/orders/list-view";
import { OrdersQuery } from "~/desk/orders/query";

export const meta: MetaFunction = () => [{ title: "Orders · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const query = OrdersQuery.parse(queryOf(request));
  return { query, list: await readOrders(query) };
}

export default function StaffOrders() {
  return <OrdersView {...useLoaderData<typeof loader>()} />;
}
