import { Link } from "@remix-run/react";
import { describeChange } from "~/audit/changes";
import { formatInstant } from "~/core/dates";
import type { AuditQuery } from "~/core/list-query";
import { Address } from "~/ui/desk/email-address";
import { ListFilter, TextFilter } from "~/ui/desk/list-filter";
import { Nothing, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import { type Column, Table } from "~/ui/desk/table";
import type { AuditRow } from "./log.server";

type Props = { query: AuditQuery; list: { timeZone: string; count: number; pages: number; entries: AuditRow[] } };

export function AuditView({ query, list }: Props) {
  return (
    <StaffPage title="Audit">
      <ListFilter role="search" found={list.count === 1 ? "1 entry" : `${list.count} entries`}>
        <TextFilter
          name="subject"
          label="Subject or its beginning"
          hint="Like promotion:, book: or staff:"
          value={query.subject}
        />
      </ListFilter>
      {list.entries.length > 0 ? (
        <div>
          <AuditTable entries={list.entries} timeZone={list.timeZone} withSubject />
          <Pages page={query.page} pages={list.pages} query={{ subject: query.subject }} label="Pages of the audit" />
        </div>
      ) : (
        <Nothing>
          No entry is about this. <Link to="/staff/audit">Show all entries</Link>.
        </Nothing>
      )}
    </StaffPage>
  );
}

/** Audit rows as they are: who did what to what, before and after. */
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
    { label: "What", cell: ({ action }) => action.replace(/[.-]/g, " ") },
    {
      label: "Subject",
      cell: ({ subject }) => (
        <Link to={`/staff/audit?${new URLSearchParams({ subject })}`}>
          <Address>{subject}</Address>
        </Link>
      ),
    },
    {
      label: "Change",
      cell: ({ before, after }) => describeChange(before, after, timeZone).map((line) => <div key={line}>{line}</div>),
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
