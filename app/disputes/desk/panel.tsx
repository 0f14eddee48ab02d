import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { NoRows, Panel } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { needsResponse, reasonText, statusText } from "../dispute-status";
import type { OrderDispute } from "./disputes.server";

type Props = { orderId: OrderId; disputes: OrderDispute[]; timeZone: string };

/** One order's disputes, with a link to the evidence. */
export function DisputePanel({ orderId, disputes, timeZone }: Props) {
  return (
    <Panel
      id="disputes"
      title="Disputes"
      note={
        <a href={href("staffOrderEvidence", { order: orderId })} className="inline-block py-1">
          Evidence (PDF)
        </a>
      }
    >
      {disputes.length > 0 ? (
        <Table
          caption="Disputes of this order"
          rows={disputes}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Status",
              cell: ({ id, status }) => <Link to={href("staffDispute", { dispute: id })}>{statusText(status)}</Link>,
            },
            { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
            { label: "Reason", cell: ({ reason }) => reasonText(reason) },
            { label: "Opened", cell: ({ openedAt }) => formatInstant(openedAt, timeZone) },
            {
              label: "Respond by",
              cell: ({ status, dueBy }) => (needsResponse(status) && dueBy ? formatInstant(dueBy, timeZone) : ""),
            },
          ]}
        />
      ) : (
        <NoRows>This payment has no disputes.</NoRows>
      )}
    </Panel>
  );
}
