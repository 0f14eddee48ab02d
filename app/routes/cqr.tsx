import type { MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { CqrPage } from "~/guidance/cqr/page";
import { readGuidance } from "~/guidance/guidance.server";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export function loader() {
  return readGuidance(href("cqr"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { shop, origin, path } = data;
  return pageMeta({
    title: "CQR, subcategory by subcategory",
    description:
      "What the continuing qualifications requirements involve every 10 years: profile, structured self-assessment, and targeted credits by subcategory, with a worked example and every discipline’s subcategories.",
    ...{ shopName: shop.name, origin, path },
  });
};

export default function CqrRoute() {
  return <CqrPage {...useLoaderData<typeof loader>()} />;
}
