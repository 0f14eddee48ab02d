import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { PromotionListView } from "~/staff/promotion-list-view";
import { readPromotionList } from "~/staff/promotions.server";

export const meta: MetaFunction = () => [{ title: "Promotions · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readPromotionList();
}

export default function StaffPromotions() {
  return <PromotionListView {...useLoaderData<typeof loader>()} />;
}
