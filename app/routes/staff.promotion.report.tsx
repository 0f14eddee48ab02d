import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { PromotionId } from "~/core/ids";
import { readReport } from "~/promotions/desk/report/report.server";
import { PromotionReportView } from "~/promotions/desk/report/view";

export const meta: MetaFunction = () => [{ title: "Report · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readReport(PromotionId.parse(promotion));
}

export default function StaffReport() {
  return <PromotionReportView {...useLoaderData<typeof loader>()} />;
}
