import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readGuidance } from "~/guidance/guidance.server";
import { StructuredEducationPage } from "~/guidance/structured-education-page";

export function loader() {
  return readGuidance("/structured-education");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Structured education, in plain words | ${data?.shop.name}` },
  {
    name: "description",
    content:
      "16 credits, at least 1 in every content category, within 24 months: structured education with worked examples, the categories of each discipline and the biennium by birth month.",
  },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

export default function StructuredEducationRoute() {
  return <StructuredEducationPage {...useLoaderData<typeof loader>()} />;
}
