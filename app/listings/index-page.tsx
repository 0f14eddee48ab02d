import { Container, PageHeader } from "~/ui/page";
import { IndexCards, IndexTable } from "./index-table";
import type { ListingIndex } from "./listing-index";
import { planningAid } from "./titles";

type Props = { index: ListingIndex; shopName: string; asOf: string; liveUrl: string };

/** Every discipline with its totals and links to its two listings. */
export function ListingIndexPage({ index, shopName, asOf, liveUrl }: Props) {
  return (
    <Container className="listing">
      <PageHeader title="Course listings">
        <p>
          All of a discipline’s approved courses on one page, to read, print, or post: by content category for
          structured education, by subcategory for CQR.
        </p>
      </PageHeader>
      <IndexTable {...index} className="hidden lg:table print:table" />
      <IndexCards {...index} className="grid gap-4 sm:grid-cols-2 lg:hidden print:hidden" />
      <div className="mt-6 max-w-prose space-y-3 text-sm text-muted">
        <p>
          Credits follow the content specification in force today; a dash means the discipline doesn’t have that content
          category. {planningAid}
        </p>
        <p>
          {shopName}, as of {asOf}. Live version:{" "}
          <a href={liveUrl} className="wrap-anywhere">
            {liveUrl}
          </a>
        </p>
      </div>
    </Container>
  );
}
