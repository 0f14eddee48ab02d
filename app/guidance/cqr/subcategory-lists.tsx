import { Link } from "@remix-run/react";
import { listingPath } from "~/listings/purpose";
import type { MajorsRow } from "../taxonomy";

/** Each discipline's subcategories by content category, collapsed at first. */
export function SubcategoryLists({ rows }: { rows: MajorsRow[] }) {
  return (
    <div className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <details key={row.code} className="group print:[&::details-content]:[content-visibility:visible]">
          <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-4 py-2 font-semibold">
            {row.name}
            <span aria-hidden="true" className="text-muted group-open:rotate-45">
              +
            </span>
          </summary>
          <div className="space-y-4 pb-5">
            <Categories row={row} />
            <p>
              <Link to={listingPath(row.code, "cqr")}>Courses in {row.name}</Link>
            </p>
          </div>
        </details>
      ))}
    </div>
  );
}

function Categories({ row: { has, isConfirmed, categories } }: { row: MajorsRow }) {
  if (!has) return <p className="text-muted">This discipline’s categories aren’t confirmed.</p>;
  return (
    <>
      {isConfirmed ? null : <p className="text-muted">This version isn’t confirmed yet.</p>}
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {categories.map(({ code, name, subcategories }) => (
          <div key={code}>
            <dt className="text-sm font-semibold text-muted">{name}</dt>
            {subcategories.map((sub) => (
              <dd key={sub.code}>{sub.name}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
