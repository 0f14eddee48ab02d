import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { ButtonLink } from "~/ui/button";
import { JsonLd } from "~/ui/json-ld";
import { Container, PageHeader } from "~/ui/page";
import type { Listing } from "./listing";
import { SectionOfListing } from "./listing-section";
import { listingPath, listingPdfPath, purposes, purposeTitles } from "./purpose";
import { hasCategories, listingTitle, planningAid } from "./titles";

type Props = { listing: Listing; shopName: string; asOf: string; liveUrl: string };

/** A discipline's listing: a dense table on wide screens, cards on phones, black and white on paper. */
export function ListingPage({ listing, shopName, asOf, liveUrl }: Props) {
  const { discipline, purpose, sections } = listing;
  return (
    <Container className="listing">
      <JsonLd data={breadcrumbs(listing, liveUrl)} />
      <PageHeader crumbs={[{ to: href("listings"), label: "Listings" }]} title={listingTitle(listing)}>
        <p className="print:text-sm">{planningAid}</p>
      </PageHeader>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {hasCategories(listing) ? <PurposeChoice listing={listing} /> : null}
        <div className="flex flex-wrap gap-3">
          <ButtonLink look="quiet" reload to={listingPdfPath(discipline.code, purpose, "letter")}>
            PDF, Letter
          </ButtonLink>
          <ButtonLink look="quiet" reload to={listingPdfPath(discipline.code, purpose, "a4")}>
            PDF, A4
          </ButtonLink>
        </div>
      </div>
      {sections.map((section) => (
        <SectionOfListing key={section.version?.effectiveFrom ?? "all"} listing={listing} section={section} />
      ))}
      <p className="mt-8 border-t border-line pt-3 text-sm text-muted">
        {shopName}. Approvals, prices, and units left as of {asOf}. Live version:{" "}
        <a href={liveUrl} className="wrap-anywhere">
          {liveUrl}
        </a>
      </p>
    </Container>
  );
}

function PurposeChoice({ listing: { discipline, purpose } }: { listing: Listing }) {
  return (
    <nav aria-label="What the listing is for" className="flex flex-wrap border border-line-strong">
      {purposes.map((other) => (
        <Link
          key={other}
          to={listingPath(discipline.code, other)}
          aria-current={other === purpose ? "page" : undefined}
          className="inline-flex min-h-11 items-center px-4 text-ink no-underline hover:underline aria-[current=page]:bg-ink aria-[current=page]:text-paper"
        >
          {purposeTitles[other]}
        </Link>
      ))}
    </nav>
  );
}

function breadcrumbs({ discipline }: Listing, liveUrl: string) {
  const origin = new URL(liveUrl).origin;
  const item = (position: number, name: string, address: string) => ({
    "@type": "ListItem",
    position,
    name,
    item: address,
  });
  return {
    "@type": "BreadcrumbList",
    itemListElement: [item(1, "Listings", origin + href("listings")), item(2, discipline.name, liveUrl)],
  };
}
