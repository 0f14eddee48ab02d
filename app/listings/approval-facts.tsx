import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import type { ListingRow } from "./listing";

export function CourseLink({ row }: { row: ListingRow }) {
  return (
    <Link to={href("course", { slug: row.slug })} className="font-semibold text-ink print:no-underline">
      {row.title}
    </Link>
  );
}

/** Who approved a course, under which number, as what and until when. */
export function ApprovalFacts({ row }: { row: ListingRow }) {
  return (
    <p className="text-xs leading-snug text-muted">
      <span className="whitespace-nowrap">{row.referenceNumber}</span> · {row.approver} · Category {row.category} ·{" "}
      {row.endsSoon ? (
        <strong className="whitespace-nowrap text-wrong print:text-ink">
          Approval ends soon: {formatDay(row.endsOn)}
        </strong>
      ) : (
        <span className="whitespace-nowrap">approved to {formatDay(row.endsOn)}</span>
      )}
    </p>
  );
}
