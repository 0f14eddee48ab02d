import { staffLoader } from "~/accounts/staff-route.server";
import { readOverview } from "~/desk/home/overview.server";
import { OverviewView } from "~/desk/home/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Overview");

export const loader = staffLoader("desk.open", async () => {
  return readOverview();
});

export default function StaffHome() {
  return <OverviewView overview={useLoaderData<typeof loader>()} />;
}
