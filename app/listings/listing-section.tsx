import { href } from "~/addresses/href";
import { formatCreditCount, formatCredits } from "~/core/credits";
import { CreditsBar } from "~/ui/credits-bar";
import { EmptyState, Notice } from "~/ui/notice";
import { groupByCategory } from "./by-category";
import type { Listing, ListingSection } from "./listing";
import { ListingCards } from "./listing-cards";
import { ListingTable } from "./listing-table";
import { purposeRule, versionNote, versionTitle } from "./titles";

type Props = { listing: Listing; section: ListingSection };

/** The courses under one version of the content specification, with that version's totals. */
export function SectionOfListing({ listing, section }: Props) {
  const { discipline, purpose } = listing;
  const { version, rows } = section;
  const isBySubcategory = purpose === "cqr";
  const remark = version ? versionNote(version) : undefined;
  const shared = { section, code: discipline.code, isBySubcategory };
  return (
    <section className="mt-10 space-y-6 print:mt-4 print:space-y-3">
      <header className="grid gap-x-12 gap-y-6 lg:grid-cols-[1fr_26rem] print:block print:break-inside-avoid print:break-after-avoid">
        <div className="max-w-prose space-y-2">
          <h2 className="text-2xl print:text-lg">{version ? versionTitle(version) : "All approved courses"}</h2>
          <p className="text-muted print:text-sm">{purposeRule(purpose, section)}</p>
          {remark ? (
            <Notice className="print:py-0 print:text-sm">
              <p>{remark}</p>
            </Notice>
          ) : null}
        </div>
        {rows.length > 0 ? <WholeList listing={listing} section={section} /> : null}
      </header>
      {rows.length === 0 ? (
        <EmptyState title="No courses under this version yet">
          <p>
            No approved {discipline.name} courses today.{" "}
            <a href={href("catalog", { discipline: discipline.code })}>Browse the catalog</a>.
          </p>
        </EmptyState>
      ) : (
        <>
          <ListingCards {...shared} className="grid gap-4 sm:grid-cols-2 lg:hidden print:hidden" />
          <ListingTable {...shared} className="hidden lg:table print:table" />
        </>
      )}
    </section>
  );
}

/** The list's totals as a credits bar. */
function WholeList({ listing: { discipline }, section: { columns, rows, totals } }: Props) {
  const courses = `${rows.length} ${rows.length === 1 ? "course" : "courses"}`;
  if (totals.inDiscipline === null)
    return (
      <p className="font-semibold print:hidden">
        {courses}, {formatCreditCount(totals.credits)}, including {formatCredits(totals.aPlus)} in category A+
      </p>
    );
  return (
    <div className="print:hidden">
      <p className="font-semibold">
        Entire list: {courses}, {formatCreditCount(totals.inDiscipline)} in {discipline.code}
      </p>
      <CreditsBar
        className="mt-2"
        segments={groupByCategory(columns, totals.byColumn)}
        total={totals.inDiscipline}
        label={discipline.name}
      />
    </div>
  );
}
