import { Link } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { orderStateNames } from "~/orders/order-state";
import { Notice } from "~/ui/notice";
import { OrderEnrolments } from "./order-enrolments";
import { OrderLines } from "./order-lines";
import type { OrderPageData } from "./order-page.server";
import { Facts, Nothing, Panel, StaffPage } from "./staff-page";
import { OrderBadge } from "./state-badge";
import { Table } from "./table";

const holdStates = { held: "held", lapsed: "past its end", sold: "sold", released: "given back" };
const refundStates = { requested: "not sent yet", pending: "at Stripe", succeeded: "done", failed: "failed" };

/** One order as it was agreed to, and what became of it. */
export function OrderView({ data }: { data: OrderPageData }) {
  const { order, timeZone } = data;
  const time = (instant: Date) => formatInstant(instant, timeZone);
  const last = order.events.at(-1);
  return (
    <StaffPage
      title={order.number === null ? "Order, not paid" : `Order ${order.number}`}
      back={{ to: "/staff/orders", label: "All orders" }}
      aside={<OrderBadge state={order.state} />}
    >
      {order.state === "attention" && last ? (
        <Notice tone="problem">
          <strong>This order needs a person.</strong> {last.detail ?? last.cause}
        </Notice>
      ) : null}
      <Panel id="facts" title="Buyer and payment">
        <Facts
          facts={[
            { label: "E-mail", value: order.email },
            { label: "Name for certificates", value: order.certificateName },
            { label: "Checkout began", value: time(order.createdAt) },
            order.paidAt
              ? { label: "Paid", value: time(order.paidAt) }
              : { label: "Units held until", value: time(order.endsAt) },
            { label: "Stripe session", value: <Id>{order.stripeSessionId}</Id> },
            { label: "Stripe payment", value: <Id>{order.stripePaymentIntentId}</Id> },
            { label: "Order id", value: <Id>{order.id}</Id> },
            {
              label: "Buyer’s page",
              value: <Link to={data.buyerPage}>Open the page that the buyer sees</Link>,
            },
          ]}
        />
      </Panel>
      <Panel id="lines" title="What was agreed to" note="Frozen when checkout began">
        <OrderLines data={data} />
      </Panel>
      <Panel id="enrolments" title="Enrolments and certificates">
        <OrderEnrolments data={data} />
      </Panel>
      <Panel id="holds" title="Units held">
        {data.holds.length > 0 ? (
          <Table
            caption="Units that this order holds"
            rows={data.holds}
            rowKey={({ id }) => id}
            columns={[
              { label: "Of", cell: ({ of }) => of },
              { label: "Units", cell: ({ units }) => units, isFigure: true },
              { label: "State", cell: ({ state }) => holdStates[state] },
              { label: "Ends", cell: ({ state, endsAt }) => (state === "sold" ? "never" : time(endsAt)) },
            ]}
          />
        ) : (
          <Nothing>Nothing in this order can run out.</Nothing>
        )}
      </Panel>
      <Panel id="refunds" title="Refunds">
        {order.refunds.length > 0 ? (
          <Table
            caption="Refunds of this order"
            rows={order.refunds}
            rowKey={({ id }) => id}
            columns={[
              { label: "Asked", cell: ({ createdAt }) => time(createdAt) },
              { label: "Amount", cell: ({ amountCents }) => formatCents(amountCents), isFigure: true },
              { label: "State", cell: ({ state }) => refundStates[state] },
              { label: "Reason", cell: ({ reason }) => reason },
              { label: "Stripe refund", cell: ({ stripeRefundId }) => <Id>{stripeRefundId}</Id> },
            ]}
          />
        ) : (
          <Nothing>Nothing was refunded.</Nothing>
        )}
      </Panel>
      <Panel id="events" title="What happened">
        <Table
          caption="Events of this order, oldest first"
          rows={order.events}
          rowKey={({ id }) => id}
          columns={[
            { label: "When", cell: ({ at }) => <span className="font-normal">{time(at)}</span> },
            { label: "State", cell: ({ state }) => orderStateNames[state] },
            { label: "Cause", cell: ({ cause }) => cause },
            { label: "Detail", cell: ({ detail }) => detail ?? "" },
          ]}
        />
      </Panel>
    </StaffPage>
  );
}

function Id({ children }: { children: string | null }) {
  return children ? <code className="break-all">{children}</code> : <span className="text-muted">none yet</span>;
}
