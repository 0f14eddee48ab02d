import type { ReactNode } from "react";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { NoRows, Panel } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { RefundRow } from "./page.server";

const states = { requested: "not sent yet", pending: "at the bank", succeeded: "done", failed: "failed" };
const kinds = {
  unfulfilled: "payment not fulfilled",
  full: "whole order",
  units: "selected units",
  amount: "amount",
  outside: "in Stripe’s dashboard",
};

function ofText(kind: string, units: number): string {
  if (units === 0) return kind;
  return `${kind} (${units === 1 ? "1 unit" : `${units} units`})`;
}

type Props = { refunds: RefundRow[]; timeZone: string; children?: ReactNode };

/** The refunds of an order: by whom, why, and their status; `children`: what staff can do about them. */
export function RefundPanel({ refunds, timeZone, children }: Props) {
  const time = (instant: string) => formatInstant(instant, timeZone);
  return (
    <Panel id="refunds" title="Refunds">
      {refunds.length > 0 ? (
        <Table
          caption="Refunds of this order"
          rows={refunds}
          rowKey={({ id }) => id}
          columns={[
            { label: "Requested", cell: ({ createdAt }) => time(createdAt) },
            { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
            {
              label: "Type",
              cell: ({ kind, unitIds }) => (
                <span className="lg:whitespace-nowrap">{ofText(kinds[kind], unitIds.length)}</span>
              ),
            },
            {
              label: "Status",
              cell: ({ state, failure, finalAt, settledAt }) =>
                `${states[state]}${failure ? `: ${failure}` : ""}${finalAt ? `, ${time(finalAt)}` : ""}${settledAt ? `; settled ${time(settledAt)}` : ""}`,
            },
            { label: "Reason", cell: ({ reason }) => reason },
            { label: "By", cell: ({ requestedBy }) => requestedBy },
            {
              label: "Stripe",
              cell: ({ stripeRefundId }) => (stripeRefundId ? <code className="break-all">{stripeRefundId}</code> : ""),
            },
          ]}
        />
      ) : (
        <NoRows>No refunds yet.</NoRows>
      )}
      {children}
    </Panel>
  );
}
