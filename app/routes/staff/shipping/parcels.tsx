import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { ParcelsView } from "~/shipping/desk/parcels-view";
import { ParcelsQuery } from "~/shipping/desk/query";
import { readParcelsPage } from "~/shipping/desk/ship-page.server";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Parcels to send");

export const loader = staffLoader("shipping.read", async ({ request }) => {
  const query = ParcelsQuery.parse(queryOf(request));
  return { page: query.page, list: await readParcelsPage(query) };
});

export default function StaffParcels() {
  return <ParcelsView {...useLoaderData<typeof loader>()} />;
}
