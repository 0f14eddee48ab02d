import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readPreview } from "~/staff/promotion-preview.server";
import { PromotionPreviewView } from "~/staff/promotion-preview-view";

export const meta: MetaFunction = () => [{ title: "Preview · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readPreview(promotion, new URL(request.url).searchParams.get("course"));
}

export default function StaffPreview() {
  return <PromotionPreviewView {...useLoaderData<typeof loader>()} />;
}
