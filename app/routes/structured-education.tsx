import type { MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { readGuidance } from "~/guidance/guidance.server";
import { StructuredEducationPage } from "~/guidance/structured-education/page";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export function loader() {
  return readGuidance(href("structuredEducation"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { shop, origin, path } = data;
  return pageMeta({
    title: "Structured education in plain English",
    description:
      "16 credits, at least 1 in every content category, within 24 months: structured education with worked examples, each discipline’s categories, and the biennium by birth month.",
    ...{ shopName: shop.name, origin, path },
  });
};

export default function StructuredEducationRoute() {
  return <StructuredEducationPage {...useLoaderData<typeof loader>()} />;
}
