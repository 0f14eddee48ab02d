import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaqPage } from "~/guidance/faq-page";
import { readGuidance } from "~/guidance/guidance.server";

export function loader() {
  return readGuidance("/faq");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Questions and answers | ${data?.shop.name}` },
  {
    name: "description",
    content:
      "Credits, biennium and content categories; test only and shared books; limited sales, refunds; three attempts, certificates and how to verify them.",
  },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

export default function FaqRoute() {
  return <FaqPage {...useLoaderData<typeof loader>()} />;
}
