import { Outlet } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { StaffHeader, type StaffHeaderData } from "~/desk/header";
import { readShop } from "~/shop/shop.server";
import type { OwnHeader } from "~/ui/own-header";
import type { Area } from "~/ui/page-meta";

export const handle: OwnHeader & Area = {
  area: "Staff",
  header: (data) => <StaffHeader {...(data as StaffHeaderData)} />,
};

export const loader = staffLoader("desk.open", async ({ staff: { name, email } }): Promise<StaffHeaderData> => {
  const shop = await readShop();
  return { staff: { name, email }, shop: { name: shop.name, mode: shop.mode } };
});

export default function Staff() {
  return <Outlet />;
}
