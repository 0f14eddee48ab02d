import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { ListFilter, TextFilter } from "~/ui/desk/list-filter";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import type { AuditQuery } from "./query";

type Props = { query: AuditQuery; list: { timeZone: string; count: number; pages: number; entries: AuditRow[] } };

export function AuditView({ query, list }: Props) {
  return (
    <StaffPage title="Audit">
      <ListFilter role="search" found={list.count === 1 ? "1 entry" : `${list.count} entries`}>
        <TextFilter
          name="subject"
          label="Subject"
          hint="Or its start, like promotion:, book:, or staff:"
          value={query.subject}
        />
      </ListFilter>
      {list.entries.length > 0 ? (
        <div>
          <AuditTable entries={list.entries} timeZone={list.timeZone} withSubject />
          <Pages page={query.page} pages={list.pages} query={{ subject: query.subject }} label="Pages of the audit" />
        </div>
      ) : (
        <NoRows>
          No entry is about this. <Link to={href("staffAudit")}>Show all entries</Link>.
        </NoRows>
      )}
    </StaffPage>
  );
}
