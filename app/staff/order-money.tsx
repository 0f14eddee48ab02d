import { Link } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import type { OrderPageData } from "./order-page.server";
import { Nothing, Panel } from "./staff-page";
import { Table } from "./table";

const refundStates = { requested: "not sent yet", pending: "at Stripe", succeeded: "done", failed: "failed" };

/** What went back to the buyer, and what the buyer's bank asks back. */
export function OrderMoney({ data: { order, refunds, disputes, timeZone } }: { data: OrderPageData }) {
  const time = (instant: Date) => formatInstant(instant, timeZone);
  return (
    <>
      <Panel
        id="refunds"
        title="Refunds"
        note={
          order.receivedCents > 0 ? (
            <Link to={`/staff/orders/${order.id}/refund`}>Refund all, units or an amount</Link>
          ) : null
        }
      >
        {refunds.length > 0 ? (
          <Table
            caption="Refunds of this order"
            rows={refunds}
            rowKey={({ id }) => id}
            columns={[
              { label: "Asked", cell: ({ createdAt }) => <span className="font-normal">{time(createdAt)}</span> },
              { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
              {
                label: "State",
                cell: ({ state, failure }) => (failure ? `${refundStates[state]}: ${failure}` : refundStates[state]),
              },
              { label: "Reason", cell: ({ reason }) => reason },
              { label: "By", cell: ({ requestedBy }) => requestedBy },
              {
                label: "At Stripe",
                cell: ({ stripeRefundId }) => <code className="break-all">{stripeRefundId ?? "none yet"}</code>,
              },
            ]}
          />
        ) : (
          <Nothing>Nothing was refunded.</Nothing>
        )}
      </Panel>
      {disputes.length > 0 ? (
        <Panel
          id="disputes"
          title="Disputes"
          note={<a href={`/staff/orders/${order.id}/evidence.pdf`}>Evidence as PDF</a>}
        >
          <Table
            caption="Disputes of this order’s payment"
            rows={disputes}
            rowKey={({ id }) => id}
            columns={[
              { label: "Opened", cell: ({ openedAt }) => <span className="font-normal">{time(openedAt)}</span> },
              { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
              { label: "Reason", cell: ({ reason }) => reason.replaceAll("_", " ") },
              { label: "State", cell: ({ status }) => status.replaceAll("_", " ") },
              { label: "Evidence until", cell: ({ dueBy }) => (dueBy ? time(dueBy) : "") },
              { label: "At Stripe", cell: ({ id }) => <code className="break-all">{id}</code> },
            ]}
          />
        </Panel>
      ) : null}
    </>
  );
}
