import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCustomer } from "~/accounts/customer-session.server";
import { readOrderHistory } from "~/customers/order-history.server";
import { OrdersView } from "~/customers/orders-view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Your orders");

/** A link always works: an invalid page number means page 1. */
const Query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerKey } = await requireCustomer(request);
  const { page } = Query.parse({ page: new URL(request.url).searchParams.get("page") });
  return { history: await readOrderHistory(customerKey, page) };
}

export default function AccountOrders() {
  return <OrdersView {...useLoaderData<typeof loader>()} />;
}
