import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { Address } from "~/ui/desk/email-address";
import { type Column, Table } from "~/ui/desk/table";
import { describeEntry, describeOrigin } from "../changes";
import type { AuditRow } from "../history.server";

/** Audit rows: who did what to what, from where, before and after. */
export function AuditTable({
  entries,
  timeZone,
  withSubject,
}: {
  entries: AuditRow[];
  timeZone: string;
  withSubject?: boolean;
}) {
  const columns: Column<AuditRow>[] = [
    {
      label: "When",
      cell: ({ at }) => <span className="tabular font-normal lg:whitespace-nowrap">{formatInstant(at, timeZone)}</span>,
    },
    { label: "Who", cell: ({ actor }) => <Address>{actor}</Address> },
    { label: "From", cell: (row) => describeOrigin(row) },
    { label: "Action", cell: ({ action }) => action.replace(/[.-]/g, " ") },
    {
      label: "Subject",
      cell: ({ subject }) => (
        <Link to={href("staffAudit", { subject })}>
          <Address>{subject}</Address>
        </Link>
      ),
    },
    {
      label: "Change",
      cell: (row) => describeEntry(row, timeZone).map((line) => <div key={line}>{line}</div>),
    },
  ];
  return (
    <Table
      caption="Audit entries, newest first"
      columns={withSubject ? columns : columns.filter(({ label }) => label !== "Subject")}
      rows={entries}
      rowKey={({ id }) => id}
    />
  );
}
