import { Link, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { href } from "~/addresses/href";
import { classes } from "~/ui/classes";
import { LiveForm } from "~/ui/live-form";
import { EmptyState } from "~/ui/notice";
import { Container } from "~/ui/page";
import { FilterFields, SearchRow } from "./catalog-filters";
import type { CatalogView } from "./catalog-view";
import { CourseShelf } from "./course-card";

export function CatalogPage({ view, revision }: { view: CatalogView; revision: number }) {
  const isLoading = useNavigation().location?.pathname === href("catalog");
  return (
    <Container className="pt-8 sm:pt-12">
      <LiveForm action={href("catalog")} query={view.path.split("?")[1] ?? ""}>
        <h1 className="text-4xl sm:text-5xl">{view.title}</h1>
        <div className="mt-6">
          <SearchRow q={view.fields.q} />
        </div>
        <div className="mt-8 grid gap-x-12 lg:grid-cols-[15rem_1fr]">
          <aside aria-label="Filters" className="print:hidden">
            <input id="show-filters" type="checkbox" className="peer sr-only lg:hidden" />
            <label
              htmlFor="show-filters"
              className="inline-flex min-h-11 cursor-pointer items-center rounded-sm border border-line-strong bg-surface px-4 font-semibold peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-film lg:hidden"
            >
              Filters{view.chips.length > 0 ? ` (${view.chips.length})` : ""}
            </label>
            <div className="hidden border-b border-line pt-5 pb-8 peer-checked:block lg:block lg:border-0 lg:p-0">
              <FilterFields view={view} />
              <label
                htmlFor="show-filters"
                className="mt-6 flex min-h-12 cursor-pointer items-center justify-center rounded-sm bg-film font-semibold text-on-film lg:hidden noscript:hidden"
              >
                Show {view.total === 1 ? "1 course" : `${view.total} courses`}
              </label>
            </div>
          </aside>
          <Results view={view} revision={revision} isLoading={isLoading} />
        </div>
      </LiveForm>
    </Container>
  );
}

function Results({ view, revision, isLoading }: { view: CatalogView; revision: number; isLoading: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="results" aria-busy={isLoading} className="mt-6 min-w-0 lg:mt-0">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
        <h2
          id="results"
          ref={heading}
          tabIndex={-1}
          className="font-sans text-base font-semibold tracking-normal outline-none"
        >
          <span role="status">{view.total === 1 ? "1 course" : `${view.total} courses`}</span>
        </h2>
        <label className="flex items-center gap-2 text-sm">
          <span className="text-muted">Sort by</span>
          <select
            key={view.sort}
            name="sort"
            defaultValue={view.sort}
            className="min-h-9 rounded-sm border border-line-strong bg-surface px-2 py-1"
          >
            {view.sorts.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {view.chips.length > 0 ? <Chips chips={view.chips} afterwards={() => heading.current?.focus()} /> : null}
      </div>
      {view.cards.length > 0 ? (
        <CourseShelf
          cards={view.cards}
          revision={revision}
          className={classes("xl:gap-x-10", isLoading && "opacity-60")}
        />
      ) : (
        <EmptyState title="No course fits all of this">
          <p>Take one of the filters away, or search for fewer words.</p>
          <p>
            <Link to={href("catalog")}>Show the whole catalog</Link>
          </p>
        </EmptyState>
      )}
      {view.ended ? (
        <p className="mt-10 text-sm text-muted">
          {view.ended.count === 1 ? "1 further course" : `${view.ended.count} further courses`} can no longer be bought
          because the approval has ended.{" "}
          <Link to={view.ended.to}>Show {view.ended.count === 1 ? "it" : "them"} too</Link>
        </p>
      ) : null}
      {view.pages.length > 1 ? <Pages pages={view.pages} /> : null}
    </section>
  );
}

/** The link that is followed disappears with its filter, so the focus moves to the results. */
function Chips({ chips, afterwards }: { chips: CatalogView["chips"]; afterwards: () => void }) {
  return (
    <ul aria-label="Active filters" className="flex w-full flex-wrap gap-2">
      {chips.map(({ label, to }) => (
        <li key={label}>
          <Link
            to={to}
            preventScrollReset
            onClick={afterwards}
            className="inline-flex min-h-8 items-center gap-2 rounded-full border border-line-strong bg-surface px-3 text-sm text-ink no-underline hover:border-ink"
          >
            <span className="sr-only">Remove filter: </span>
            {label}
            <svg aria-hidden="true" width="9" height="9" viewBox="0 0 9 9" className="stroke-current">
              <path d="M1 1l7 7M8 1l-7 7" strokeWidth="1.5" />
            </svg>
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link
            to={href("catalog")}
            preventScrollReset
            onClick={afterwards}
            className="inline-flex min-h-8 items-center px-1 text-sm"
          >
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function Pages({ pages }: { pages: CatalogView["pages"] }) {
  return (
    <nav aria-label="Pages" className="mt-12 border-t border-line pt-6 print:hidden">
      <ul className="flex flex-wrap justify-center gap-2">
        {pages.map(({ number, to, current }) => (
          <li key={number}>
            <Link
              to={to}
              aria-current={current ? "page" : undefined}
              className="tabular inline-flex size-11 items-center justify-center rounded-sm no-underline hover:bg-film-wash aria-[current=page]:bg-film aria-[current=page]:text-on-film"
            >
              <span className="sr-only">Page </span>
              {number}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
