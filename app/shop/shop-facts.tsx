import { href } from "~/addresses/href";
import { JsonLd } from "~/ui/json-ld";

type Props = { shop: { name: string; tagline: string; email: string; phone: string }; origin: string };

/** Tells search engines whose shop this is and how to search it. */
export function ShopFacts({ shop: { name, tagline, email, phone }, origin }: Props) {
  const publisher = { "@id": `${origin}${href("home")}#shop` };
  const organization = {
    ...{ "@type": "Organization", ...publisher, name, slogan: tagline, url: origin + href("home") },
    ...{ logo: `${origin}/icon.svg`, email, telephone: phone },
  };
  const website = {
    ...{ "@type": "WebSite", name, url: origin + href("home"), inLanguage: "en-US", publisher },
    potentialAction: {
      "@type": "SearchAction",
      target: `${origin}${href("catalog")}?q={search_term_string}`,
      "query-input": "required name=search_term_string",
    },
  };
  return <JsonLd data={{ "@graph": [organization, website] }} />;
}
