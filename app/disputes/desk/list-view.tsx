import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { Address } from "~/ui/desk/email-address";
import { Nothing, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { needsAnswer, reasonWords, statusWords } from "../dispute-status";
import type { DisputesPage } from "./disputes.server";

/** What buyers’ banks ask back, the next to be answered on top. */
export function DisputesView({ page: { disputes, timeZone, waiting } }: { page: DisputesPage }) {
  const time = (instant: Date | null) => (instant ? formatInstant(instant, timeZone) : "");
  return (
    <StaffPage
      title="Disputes"
      aside={
        <p className="tabular text-muted">
          {waiting === 1 ? "1 waits for an answer" : `${waiting} wait for an answer`}
        </p>
      }
    >
      {disputes.length > 0 ? (
        <Table
          caption="Disputes: those to be answered first"
          rows={disputes}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Answer by",
              cell: ({ id, dueBy, status }) => (
                <Link to={href("staffDispute", { dispute: id })} className="tabular inline-block py-0.5">
                  {needsAnswer(status) ? time(dueBy) || "no date" : statusWords(status)}
                </Link>
              ),
            },
            { label: "State", cell: ({ status }) => statusWords(status) },
            { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
            { label: "Why", cell: ({ reason }) => reasonWords(reason) },
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
        <Nothing>
          No dispute yet. When a buyer’s bank asks a payment back it appears here, with the day until which to answer.
        </Nothing>
      )}
    </StaffPage>
  );
}
