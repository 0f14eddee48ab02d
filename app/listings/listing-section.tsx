import { countCredits } from "~/core/credits";
import { CreditsBar } from "~/ui/credits-bar";
import { EmptyState, Notice } from "~/ui/notice";
import { groupByCategory } from "./by-category";
import type { Listing, ListingSection } from "./listing";
import { ListingCards } from "./listing-cards";
import { ListingTable } from "./listing-table";
import { purposeRule, versionRemark, versionTitle } from "./words";

type Props = { listing: Listing; section: ListingSection };

/** The courses under one version of the content specification, with the totals of that version only. */
export function SectionOfListing({ listing, section }: Props) {
  const { discipline, purpose } = listing;
  const { version, columns, rows, totals } = section;
  const isBySubcategory = purpose === "cqr";
  const remark = version ? versionRemark(version) : undefined;
  const shared = { section, code: discipline.code, isBySubcategory };
  return (
    <section className="mt-10 space-y-5 print:mt-4 print:space-y-3">
      <header className="max-w-prose space-y-2">
        <h2 className="text-2xl print:text-lg">{version ? versionTitle(version) : "All approved courses"}</h2>
        <p className="text-muted print:text-sm">{purposeRule(purpose, section)}</p>
      </header>
      {remark ? (
        <Notice className="max-w-prose print:py-0 print:text-sm">
          <p>{remark}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title="No course under this version yet">
          <p>
            The shop has no approved course for {discipline.name} under it today.{" "}
            <a href={`/catalog?discipline=${discipline.code}`}>See the catalog</a>.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="max-w-xl print:hidden">
            <p className="font-semibold">
              {rows.length} {rows.length === 1 ? "course" : "courses"},{" "}
              {totals.inDiscipline === null
                ? `${countCredits(totals.credits)}, of them ${countCredits(totals.aPlus)} of category A+`
                : `${countCredits(totals.inDiscipline)} in ${discipline.code}`}
            </p>
            {totals.inDiscipline === null ? null : (
              <CreditsBar
                className="mt-2"
                segments={groupByCategory(columns, totals.byColumn)}
                total={totals.inDiscipline}
                label={discipline.name}
              />
            )}
          </div>
          <ListingCards {...shared} className="grid gap-4 sm:grid-cols-2 lg:hidden print:hidden" />
          <ListingTable {...shared} className="hidden lg:table print:table" />
        </>
      )}
    </section>
  );
}
