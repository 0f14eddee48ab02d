import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { Nothing, Panel } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { needsAnswer, reasonWords, statusWords } from "../dispute-status";
import type { OrderDispute } from "./disputes.server";

type Props = { orderId: OrderId; disputes: OrderDispute[]; timeZone: string };

/** The disputes of one order, for its page, with the way to the evidence. */
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
              label: "State",
              cell: ({ id, status }) => <Link to={href("staffDispute", { dispute: id })}>{statusWords(status)}</Link>,
            },
            { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
            { label: "Why", cell: ({ reason }) => reasonWords(reason) },
            { label: "Opened", cell: ({ openedAt }) => formatInstant(openedAt, timeZone) },
            {
              label: "Answer by",
              cell: ({ status, dueBy }) => (needsAnswer(status) && dueBy ? formatInstant(dueBy, timeZone) : ""),
            },
          ]}
        />
      ) : (
        <Nothing>No bank disputes this payment.</Nothing>
      )}
    </Panel>
  );
}
