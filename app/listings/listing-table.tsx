import { formatCreditColumn } from "~/core/credits";
import { classes } from "~/ui/classes";
import { ApprovalFacts, CourseLink } from "./approval-facts";
import { groupByCategory } from "./by-category";
import { FormatList } from "./format-list";
import type { ListingSection } from "./listing";

type Props = { section: ListingSection; code: string; isBySubcategory: boolean; className?: string };

const figure = "px-1.5 py-2 text-end align-top whitespace-nowrap";
const head = "border-b-2 border-ink px-1.5 py-2 align-bottom text-sm font-semibold";

/** A section on wide screens and on paper: repeated heads, no split rows. */
export function ListingTable({ section, code, isBySubcategory, className }: Props) {
  const { columns, rows, totals } = section;
  const groups = groupByCategory(columns, totals.byColumn);
  // A line starts the first column of each content category.
  const starts = new Set(groups.map(({ parts }) => parts[0]?.code));
  const edge = (column: string) => (isBySubcategory && starts.has(column) ? "border-l border-l-line-strong" : "");
  return (
    <table className={classes("w-full border-collapse text-left text-sm", className)}>
      <thead>
        {isBySubcategory && columns.length > 0 ? (
          <tr>
            <td colSpan={2} />
            {section.version ? <td /> : null}
            {groups.map(({ code: category, name, parts }) => (
              <th
                key={category}
                scope="colgroup"
                colSpan={parts.length}
                className="border-l border-line-strong px-1.5 pb-1 text-center align-bottom text-xs font-semibold"
              >
                {name}
              </th>
            ))}
            <td />
          </tr>
        ) : null}
        <tr>
          <th scope="col" className={classes(head, "min-w-56 pl-0")}>
            Course
          </th>
          <th scope="col" className={classes(head, "text-end")}>
            Course credits
          </th>
          {section.version ? (
            <th scope="col" className={classes(head, "text-end")}>
              In {code}
            </th>
          ) : null}
          {columns.map(({ code: column, name }) => (
            <th
              key={column}
              scope="col"
              className={classes(head, edge(column), isBySubcategory ? "w-10 px-1 text-xs" : "w-24 text-end")}
            >
              {isBySubcategory ? <span className="listing-upright mx-auto">{name}</span> : name}
            </th>
          ))}
          <th scope="col" className={classes(head, "min-w-60 pr-0 pl-4")}>
            Formats and prices
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug} className="break-inside-avoid border-b border-line">
            <th scope="row" className="py-2 pr-3 text-left align-top font-normal">
              <CourseLink row={row} />
              <ApprovalFacts row={row} />
            </th>
            <td className={figure}>{formatCreditColumn(row.credits)}</td>
            {row.inDiscipline === null ? null : (
              <td className={classes(figure, "font-semibold")}>{formatCreditColumn(row.inDiscipline)}</td>
            )}
            {columns.map(({ code: column }, at) => (
              <Figure key={column} credits={row.byColumn[at] ?? 0} className={edge(column)} />
            ))}
            <td className="py-2 pl-4 align-top">
              <FormatList formats={row.formats} />
            </td>
          </tr>
        ))}
        <tr className="break-inside-avoid border-t-2 border-ink font-semibold">
          <th scope="row" className="py-2 pr-3 text-left">
            Entire list, {rows.length} {rows.length === 1 ? "course" : "courses"}
          </th>
          <td className={figure}>{formatCreditColumn(totals.credits)}</td>
          {totals.inDiscipline === null ? null : <td className={figure}>{formatCreditColumn(totals.inDiscipline)}</td>}
          {columns.map(({ code: column }, at) => (
            <Figure key={column} credits={totals.byColumn[at] ?? 0} className={edge(column)} />
          ))}
          <td className="py-2 pl-4 text-xs font-normal text-muted">for planning: ARRT decides</td>
        </tr>
      </tbody>
    </table>
  );
}

function Figure({ credits, className }: { credits: number; className: string }) {
  return <td className={classes(figure, credits === 0 && "text-muted", className)}>{formatCreditColumn(credits)}</td>;
}
