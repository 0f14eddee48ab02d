import { staffLoader } from "~/accounts/staff-route.server";
import { PromotionId } from "~/core/ids";
import { queryOf } from "~/core/list-query";
import { PreviewQuery } from "~/promotions/desk/preview/preview";
import { readPreview } from "~/promotions/desk/preview/preview.server";
import { PromotionPreviewView } from "~/promotions/desk/preview/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Preview");

export const loader = staffLoader("promotions.read", async ({ request, params: { promotion = "" } }) => {
  return readPreview(PromotionId.parse(promotion), PreviewQuery.parse(queryOf(request)));
});

export default function StaffPreview() {
  return <PromotionPreviewView preview={useLoaderData<typeof loader>()} />;
}
