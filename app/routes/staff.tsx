import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { StaffHeader, type StaffHeaderData } from "~/desk/header";
import { readShop } from "~/shop/shop.server";
import type { OwnHeader } from "~/ui/own-header";

export const meta: MetaFunction = () => [{ title: "Staff" }, { name: "robots", content: "noindex" }];

/** After a sign-out nothing comes back from a cache. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store, private" });

export const handle: OwnHeader = { header: (data) => <StaffHeader {...(data as StaffHeaderData)} /> };

export async function loader({ request }: LoaderFunctionArgs): Promise<StaffHeaderData> {
  const { name, email } = await requireStaff(request);
  const shop = await readShop();
  return { staff: { name, email }, shop: { name: shop.name, mode: shop.mode } };
}

export default function Staff() {
  return <Outlet />;
}
