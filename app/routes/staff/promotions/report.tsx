import { staffLoader } from "~/accounts/staff-route.server";
import { PromotionId } from "~/core/ids";
import { readReport } from "~/promotions/desk/report/report.server";
import { PromotionReportView } from "~/promotions/desk/report/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Report");

export const loader = staffLoader("promotions.read", async ({ params: { promotion = "" } }) => {
  return readReport(PromotionId.parse(promotion));
});

export default function StaffReport() {
  return <PromotionReportView {...useLoaderData<typeof loader>()} />;
}
