import { Link } from "@remix-run/react";
import { Table } from "./table";
import type { Taxonomy } from "./taxonomy";

/** Which content categories each discipline has. */
export function MajorsTable({ majors, rows }: Taxonomy) {
  return (
    <Table
      caption="Content categories by discipline, under the content specification in force today"
      heads={["Discipline", ...majors.map(({ name }) => name)]}
      rows={rows.map(({ code, name, has, isConfirmed }) => ({
        key: code,
        cells: [
          <span key="name" className="font-normal">
            <Link to={`/listings/${code}?for=structured-education`}>{name}</Link>
            {has && !isConfirmed ? <span className="block text-sm text-muted">not confirmed yet</span> : null}
          </span>,
          ...majors.map((major, at) => <Has key={major.code} has={has?.[at]} />),
        ],
      }))}
    />
  );
}

function Has({ has }: { has: boolean | undefined }) {
  if (has === undefined) return <span className="text-muted">not confirmed</span>;
  return has ? <span>yes</span> : <span className="text-muted">not in this discipline</span>;
}
