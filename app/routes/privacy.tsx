import type { MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { readTerms } from "~/guidance/guidance.server";
import { PrivacyNotice } from "~/privacy/notice";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export function loader() {
  return readTerms(href("privacy"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { shop, origin, path } = data;
  return pageMeta({
    title: "Privacy",
    description: "What we keep about you, why, for how long, who gets it, and how to get or erase it.",
    ...{ shopName: shop.name, origin, path },
  });
};

export default function Privacy() {
  return <PrivacyNotice {...useLoaderData<typeof loader>()} />;
}
