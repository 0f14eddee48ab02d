import { Link } from "@remix-run/react";
import { Absent } from "~/catalog/page/absent";
import { formatCreditColumn, formatCreditCount } from "~/core/credits";
import { classes } from "~/ui/classes";
import { CreditsBar } from "~/ui/credits-bar";
import type { IndexEntry, ListingIndex } from "./listing-index";
import { listingPath, purposes, purposeTitles } from "./purpose";

type Props = ListingIndex & { className: string };

const figure = "px-2 py-3 print:py-1 text-end align-top whitespace-nowrap";
const head = "border-b-2 border-ink px-2 py-2 align-bottom text-sm font-semibold";

export function IndexTable({ categories, entries, className }: Props) {
  return (
    <table className={classes("w-full border-collapse text-left", className)}>
      <thead>
        <tr>
          <th scope="col" className={classes(head, "pl-0")}>
            Discipline
          </th>
          <th scope="col" className={classes(head, "text-end")}>
            Courses
          </th>
          <th scope="col" className={classes(head, "text-end")}>
            Credits
          </th>
          {categories.map(({ code, name }) => (
            <th key={code} scope="col" className={classes(head, "text-end")}>
              {name}
            </th>
          ))}
          <th scope="col" className={classes(head, "pl-6 print:hidden")}>
            Listing for
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.code} className="break-inside-avoid border-b border-line">
            <th scope="row" className="py-3 pr-4 text-left print:py-1 align-top font-normal">
              <span className="block font-serif text-lg">{entry.name}</span>
              <OtherVersions entry={entry} />
            </th>
            <td className={figure}>{entry.courses}</td>
            <td className={classes(figure, "font-semibold")}>{formatCreditColumn(entry.credits)}</td>
            {entry.byCategory ? (
              entry.byCategory.map((credits, at) => (
                <td key={categories[at]?.code} className={figure}>
                  {credits === null ? <Absent /> : formatCreditColumn(credits)}
                </td>
              ))
            ) : (
              <td colSpan={categories.length} className={classes(figure, "text-sm text-muted")}>
                by total and category A+ only
              </td>
            )}
            <td className="py-1.5 pl-6 align-top print:hidden">
              <ListingLinks entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function IndexCards({ categories, entries, className }: Props) {
  return (
    <ul className={className}>
      {entries.map((entry) => (
        <li key={entry.code} className="flex flex-col gap-3 border border-line bg-surface p-4">
          <div>
            <h2 className="text-xl">{entry.name}</h2>
            <p className="text-muted">
              {entry.courses} {entry.courses === 1 ? "course" : "courses"}, {formatCreditCount(entry.credits)}
            </p>
            <OtherVersions entry={entry} />
          </div>
          {entry.byCategory ? (
            <CreditsBar compact label={entry.name} total={entry.credits} segments={segmentsOf(categories, entry)} />
          ) : null}
          <div className="mt-auto">
            <ListingLinks entry={entry} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function segmentsOf(categories: ListingIndex["categories"], { byCategory }: IndexEntry) {
  return categories.flatMap(({ code, name }, at) => {
    const credits = byCategory?.[at] ?? null;
    return credits === null ? [] : [{ code, name, credits }];
  });
}

function OtherVersions({ entry: { underOtherVersions: count } }: { entry: IndexEntry }) {
  if (count === 0) return null;
  return (
    <p className="text-sm text-muted">
      {count} more {count === 1 ? "course" : "courses"} under another version
    </p>
  );
}

function ListingLinks({ entry: { code, name, byCategory } }: { entry: IndexEntry }) {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {purposes.slice(0, byCategory ? undefined : 1).map((purpose) => (
        <li key={purpose}>
          <Link to={listingPath(code, purpose)} className="inline-block py-1.5">
            {byCategory ? purposeTitles[purpose] : "All courses"}
            <span className="sr-only"> in {name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
