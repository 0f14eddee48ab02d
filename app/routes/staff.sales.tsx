import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readSales } from "~/staff/sales.server";
import { SalesView } from "~/staff/sales-view";

export const meta: MetaFunction = () => [{ title: "Sales · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readSales();
}

export default function StaffSales() {
  return <SalesView {...useLoaderData<typeof loader>()} />;
}
