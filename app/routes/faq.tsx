import type { MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { FaqPage } from "~/guidance/faq/page";
import { readGuidance } from "~/guidance/guidance.server";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export function loader() {
  return readGuidance(href("faq"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { shop, origin, path } = data;
  return pageMeta({
    title: "Questions and answers",
    description:
      "Credits, the biennium, and content categories; test only and shared books; limited sales and refunds; tests, certificates, and how to verify them.",
    ...{ shopName: shop.name, origin, path },
  });
};

export default function FaqRoute() {
  return <FaqPage {...useLoaderData<typeof loader>()} />;
}
