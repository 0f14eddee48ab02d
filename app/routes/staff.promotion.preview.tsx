import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { PreviewQuery } from "~/promotions/desk/preview/preview";
import { readPreview } from "~/promotions/desk/preview/preview.server";
import { PromotionPreviewView } from "~/promotions/desk/preview/view";

export const meta: MetaFunction = () => [{ title: "Preview · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("promotions.read", async ({ request, params: { promotion = "" } }) => {
  return readPreview(promotion, PreviewQuery.parse(queryOf(request)));
});

export default function StaffPreview() {
  return <PromotionPreviewView preview={useLoaderData<typeof loader>()} />;
}
