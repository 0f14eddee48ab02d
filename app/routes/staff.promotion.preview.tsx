import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/staff/list-query";
import { PreviewQuery } from "~/staff/promotion-preview";
import { readPreview } from "~/staff/promotion-preview.server";
import { PromotionPreviewView } from "~/staff/promotion-preview-view";

export const meta: MetaFunction = () => [{ title: "Preview · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("promotions.read", async ({ request, params: { promotion = "" } }) => {
  return readPreview(promotion, PreviewQuery.parse(queryOf(request)));
});

export default function StaffPreview() {
  return <PromotionPreviewView preview={useLoaderData<typeof loader>()} />;
}
