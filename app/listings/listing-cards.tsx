import { formatCreditColumn, formatCreditCount } from "~/core/credits";
import { CreditsBar } from "~/ui/credits-bar";
import { ApprovalFacts, CourseLink } from "./approval-facts";
import { groupByCategory } from "./by-category";
import { FormatList } from "./format-list";
import type { ListingRow, ListingSection } from "./listing";

type Props = { section: ListingSection; code: string; isBySubcategory: boolean; className?: string };

/** A section on phones: one card per course. */
export function ListingCards({ section, code, isBySubcategory, className }: Props) {
  return (
    <ul className={className}>
      {section.rows.map((row) => (
        <li key={row.slug} className="space-y-3 border border-line bg-surface p-4">
          <div className="space-y-1">
            <h3 className="text-xl">
              <CourseLink row={row} />
            </h3>
            <ApprovalFacts row={row} />
          </div>
          <CardCredits section={section} row={row} code={code} isBySubcategory={isBySubcategory} />
          <FormatList formats={row.formats} />
        </li>
      ))}
    </ul>
  );
}

function CardCredits({
  section: { columns },
  row,
  code,
  isBySubcategory,
}: {
  section: ListingSection;
  row: ListingRow;
  code: string;
  isBySubcategory: boolean;
}) {
  const { inDiscipline } = row;
  const whole = `${formatCreditCount(row.credits)} in total`;
  if (inDiscipline === null) return <p className="font-semibold">{whole}</p>;
  const groups = groupByCategory(columns, row.byColumn);
  return (
    <div className="space-y-2">
      <p>
        <strong>
          {formatCreditCount(inDiscipline)} in {code}
        </strong>{" "}
        <span className="text-muted">({whole})</span>
      </p>
      <CreditsBar segments={groups} total={row.credits} label={code} compact={isBySubcategory} />
      {isBySubcategory ? (
        <dl className="divide-y divide-line border-y border-line text-sm">
          {groups
            .flatMap(({ parts }) => parts)
            .filter(({ credits }) => credits > 0)
            .map(({ code: column, name, credits }) => (
              <div key={column} className="flex justify-between gap-4 py-1">
                <dt>{name}</dt>
                <dd className="tabular font-semibold">{formatCreditColumn(credits)}</dd>
              </div>
            ))}
        </dl>
      ) : null}
    </div>
  );
}
