import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { PromotionId } from "~/core/ids";
import { queryOf } from "~/staff/list-query";
import { PreviewQuery } from "~/staff/promotion-preview";
import { readPreview } from "~/staff/promotion-preview.server";
import { PromotionPreviewView } from "~/staff/promotion-preview-view";

export const meta: MetaFunction = () => [{ title: "Preview · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readPreview(PromotionId.parse(promotion), PreviewQuery.parse(queryOf(request)));
}

export default function StaffPreview() {
  return <PromotionPreviewView preview={useLoaderData<typeof loader>()} />;
}
