import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { PromotionListView } from "~/promotions/desk/list-view";
import { readPromotionList } from "~/promotions/desk/promotions.server";
import { PromotionsQuery } from "~/promotions/desk/query";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Promotions");

export const loader = staffLoader("promotions.read", async ({ request }) => {
  const query = PromotionsQuery.parse(queryOf(request));
  return { query, ...(await readPromotionList(query)) };
});

export default function StaffPromotions() {
  return <PromotionListView {...useLoaderData<typeof loader>()} />;
}
