import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { Address } from "~/ui/desk/email-address";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { needsResponse, reasonText, statusText } from "../dispute-status";
import type { DisputesPage } from "./disputes.server";

/** All disputes, the next response due on top. */
export function DisputesView({ page: { disputes, timeZone, waiting } }: { page: DisputesPage }) {
  const time = (instant: string | null) => (instant ? formatInstant(instant, timeZone) : "");
  return (
    <StaffPage
      title="Disputes"
      aside={
        <p className="tabular text-muted">{waiting === 1 ? "1 needs a response" : `${waiting} need a response`}</p>
      }
    >
      {disputes.length > 0 ? (
        <Table
          caption="Disputes, those that need a response first"
          rows={disputes}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Respond by",
              cell: ({ id, dueBy, status }) => (
                <Link to={href("staffDispute", { dispute: id })} className="tabular inline-block py-0.5">
                  {needsResponse(status) ? time(dueBy) || "no due date" : statusText(status)}
                </Link>
              ),
            },
            { label: "Status", cell: ({ status }) => statusText(status) },
            { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
            { label: "Reason", cell: ({ reason }) => reasonText(reason) },
            {
              label: "Order",
              cell: ({ order }) => (
                <Link to={href("staffOrder", { order: order.id })}>{order.number ?? "not fulfilled"}</Link>
              ),
            },
            { label: "Buyer", cell: ({ order }) => <Address>{order.email}</Address> },
            { label: "Opened", cell: ({ openedAt }) => time(openedAt) },
          ]}
        />
      ) : (
        <NoRows>
          No disputes yet. When a buyer’s bank disputes a payment, it appears here with the date a response is due.
        </NoRows>
      )}
    </StaffPage>
  );
}
