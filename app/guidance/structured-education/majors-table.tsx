import { Link } from "@remix-run/react";
import { Absent } from "~/catalog/page/absent";
import { listingPath } from "~/listings/purpose";
import type { Taxonomy } from "../taxonomy";

/** Content categories of each discipline; on phones by the codes also used on course cards. */
export function MajorsTable({ majors, rows }: Taxonomy) {
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-2 text-left text-sm text-muted">
        Content categories by discipline, under the content specifications in force today. A dash means not in this
        discipline.
        <span className="sm:hidden"> {majors.map(({ code, name }) => `${code}: ${name}`).join(", ")}.</span>
      </caption>
      <thead>
        <tr className="border-b-2 border-ink">
          <th scope="col" className="py-2 pr-2 align-bottom text-sm font-semibold">
            Discipline
          </th>
          {majors.map(({ code, name }) => (
            <th key={code} scope="col" className="px-2 py-2 text-center align-bottom text-sm font-semibold">
              <span className="sr-only sm:not-sr-only">{name}</span>
              <span aria-hidden="true" className="sm:hidden">
                {code}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, has, isConfirmed }) => (
          <tr key={code} className="break-inside-avoid border-b border-line align-top">
            <th scope="row" className="py-2 pr-2 font-normal">
              <Link to={listingPath(code, "structured-education")}>{name}</Link>
              {has && !isConfirmed ? <span className="block text-sm text-muted">not confirmed yet</span> : null}
            </th>
            {has ? (
              majors.map((major, at) => (
                <td key={major.code} className="px-2 py-2 text-center">
                  {has[at] ? "yes" : <Absent />}
                </td>
              ))
            ) : (
              <td colSpan={majors.length} className="px-2 py-2 text-center text-muted">
                not confirmed
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
