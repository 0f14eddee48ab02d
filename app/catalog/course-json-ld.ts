import { countCredits } from "~/core/credits";
import { decimalDollars } from "~/core/money";
import type { CourseView } from "./course-view";
import { coverPath } from "./cover-path";

type Place = { origin: string; shopName: string; revision: number };

/** What search engines read of a course: schema.org's Course and Product with an Offer per format, and the way to it. */
export function courseJsonLd(view: CourseView, { origin, shopName, revision }: Place): Record<string, unknown> {
  const url = `${origin}/courses/${view.cover.slug}`;
  const provider = { "@type": "Organization", name: shopName, url: origin };
  const image = origin + coverPath(view.cover.slug, revision);
  const isSold = view.approval.state !== "ended";
  return {
    "@graph": [
      {
        "@type": "Course",
        "@id": `${url}#course`,
        name: view.title,
        description: view.summary,
        url,
        provider,
        inLanguage: "en",
        about: [view.leading.name],
        teaches: view.objectives,
        hasCourseInstance: { "@type": "CourseInstance", courseMode: "online" },
        educationalCredentialAwarded: isSold && view.isComplete ? certificateOf(view) : undefined,
        author: view.authors.map((name) => ({ "@type": "Person", name })),
      },
      {
        "@type": "Product",
        "@id": `${url}#product`,
        name: view.title,
        description: view.summary,
        sku: view.cover.slug,
        image,
        url,
        offers: view.formats.map(({ name, price, isAvailable }) => ({
          "@type": "Offer",
          name,
          price: decimalDollars(price),
          priceCurrency: "USD",
          availability: `https://schema.org/${!isSold ? "Discontinued" : isAvailable ? "InStock" : "OutOfStock"}`,
          seller: provider,
          url,
        })),
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { name: "Catalog", item: `${origin}/catalog` },
          { name: view.leading.name, item: `${origin}/catalog?discipline=${view.leading.code}` },
          { name: view.title, item: url },
        ].map((place, index) => ({ "@type": "ListItem", position: index + 1, ...place })),
      },
    ],
  };
}

/** Only where there is a post-test to pass; the approver is named as who recognises it, never ARRT. */
function certificateOf({ credits, approval }: CourseView) {
  return {
    "@type": "EducationalOccupationalCredential",
    name: `Certificate of completion, ${countCredits(credits)} of category ${approval.category}`,
    credentialCategory: "certificate",
    recognizedBy: { "@type": "Organization", name: approval.approver },
  };
}
