import type { MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { readTerms } from "~/guidance/guidance.server";
import { TermsPage } from "~/guidance/terms-page";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export function loader() {
  return readTerms(href("terms"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { shop, origin, path } = data;
  return pageMeta({
    title: "Terms and refund policy",
    description: "What you buy, what it costs, how you get it, and how refunds work, in plain English.",
    ...{ shopName: shop.name, origin, path },
  });
};

export default function Terms() {
  return <TermsPage {...useLoaderData<typeof loader>()} />;
}
