import { href } from "~/addresses/href";
import { formatCreditCount } from "~/core/credits";
import { decimalDollars } from "~/core/money";
import { coverPath } from "../cover/path";
import type { ApprovalState } from "../read/approval-state";
import type { CourseView } from "./course-view";

type Place = { origin: string; shopName: string; revision: number };

/** A course for search engines: schema.org's Course, Product with an Offer per format, and breadcrumbs. */
export function courseJsonLd(view: CourseView, { origin, shopName, revision }: Place): Record<string, unknown> {
  const url = origin + href("course", { slug: view.cover.slug });
  const provider = { "@type": "Organization", name: shopName, url: origin };
  const image = origin + coverPath(view.cover.slug, revision);
  const { state } = view.approval;
  const canCount = state === "running" || state === "ends-soon";
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
        educationalCredentialAwarded: canCount && view.isComplete ? certificateOf(view) : undefined,
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
          availability: `https://schema.org/${availabilityOf(state, isAvailable)}`,
          seller: provider,
          url,
        })),
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { name: "Catalog", item: origin + href("catalog") },
          { name: view.leading.name, item: origin + href("catalog", { discipline: view.leading.code }) },
          { name: view.title, item: url },
        ].map((place, index) => ({ "@type": "ListItem", position: index + 1, ...place })),
      },
    ],
  };
}

/** Not PreOrder: a course can't be ordered before its approval begins. */
function availabilityOf(state: ApprovalState["state"], isAvailable: boolean): string {
  if (state === "ended") return "Discontinued";
  return isAvailable && state !== "not-started" ? "InStock" : "OutOfStock";
}

/** Only for courses with a post-test. `recognizedBy` is the approver, never ARRT. */
function certificateOf({ credits, approval }: CourseView) {
  return {
    "@type": "EducationalOccupationalCredential",
    name: `Certificate of completion, ${formatCreditCount(credits)} of category ${approval.category}`,
    credentialCategory: "certificate",
    recognizedBy: { "@type": "Organization", name: approval.approver },
  };
}
