import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readReport } from "~/promotions/desk/report/report.server";
import { PromotionReportView } from "~/promotions/desk/report/view";

export const meta: MetaFunction = () => [{ title: "Report · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("promotions.read", async ({ params: { promotion = "" } }) => {
  return readReport(promotion);
});

export default function StaffReport() {
  return <PromotionReportView {...useLoaderData<typeof loader>()} />;
}
