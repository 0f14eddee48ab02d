import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readOrderPage } from "~/staff/order-page.server";
import { OrderView } from "~/staff/order-view";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Order ${data?.order.number ?? ""} · Staff` },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readOrderPage(params.order ?? "");
}

export default function StaffOrder() {
  return <OrderView data={useLoaderData<typeof loader>()} />;
}
