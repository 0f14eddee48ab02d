import { staffLoader } from "~/accounts/staff-route.server";
import { readDisputes } from "~/disputes/desk/disputes.server";
import { DisputesView } from "~/disputes/desk/list-view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Disputes");

export const loader = staffLoader("disputes.read", async () => {
  return { page: await readDisputes() };
});

export default function StaffDisputes() {
  return <DisputesView {...useLoaderData<typeof loader>()} />;
}
