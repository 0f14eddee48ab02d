import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CqrPage } from "~/guidance/cqr-page";
import { readGuidance } from "~/guidance/guidance.server";

export function loader() {
  return readGuidance("/cqr");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `CQR, subcategory by subcategory | ${data?.shop.name}` },
  {
    name: "description",
    content:
      "What the continuing qualifications requirements ask every 10 years: profile, structured self-assessment and targeted credits by subcategory, with a worked example and every discipline's subcategories.",
  },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

export default function CqrRoute() {
  return <CqrPage {...useLoaderData<typeof loader>()} />;
}
