import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readOverview } from "~/staff/overview.server";
import { OverviewView } from "~/staff/overview-view";

export const loader = staffLoader("desk.open", async () => {
  return readOverview();
});

export default function StaffHome() {
  return <OverviewView overview={useLoaderData<typeof loader>()} />;
}
