import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCustomer } from "~/accounts/customer-session.server";
import { readOrderHistory } from "~/customers/order-history.server";
import { OrderPages } from "~/customers/order-pages";
import { OrdersView } from "~/customers/orders-view";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Your orders");

export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store, private" });

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerKey } = await requireCustomer(request);
  const { page } = OrderPages.parse({ page: new URL(request.url).searchParams.get("page") });
  return { history: await readOrderHistory(customerKey, page) };
}

export default function AccountOrders() {
  return <OrdersView {...useLoaderData<typeof loader>()} />;
}
