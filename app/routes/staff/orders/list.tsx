import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { readOrders } from "~/desk/orders/list.server";
import { OrdersView } from "~/desk/orders/list-view";
import { OrdersQuery } from "~/desk/orders/query";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Orders");

export const loader = staffLoader("orders.read", async ({ request }) => {
  const query = OrdersQuery.parse(queryOf(request));
  return { query, list: await readOrders(query) };
});

export default function StaffOrders() {
  return <OrdersView {...useLoaderData<typeof loader>()} />;
}
