import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { DisputePanel } from "~/disputes/desk/panel";
import { OrderBadge } from "~/orders/desk/state-badge";
import { RefundPanel } from "~/refunds/desk/panel";
import { SettleRefund } from "~/refunds/desk/settle";
import { orderName, orderNumber } from "~/shop/order-name";
import { Facts, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { Notice } from "~/ui/notice";
import type { OrderAnswer } from "./corrections/act.server";
import type { orderDoneText } from "./corrections/done";
import { OrderCorrections } from "./corrections/panel";
import { OrderDiagnosis } from "./diagnosis/panel";
import { OrderEnrollments } from "./enrollments";
import { OrderHistory } from "./history";
import { OrderLines } from "./lines";
import type { OrderPageData } from "./page.server";
import { OrderParcels } from "./parcels";

type Props = {
  data: OrderPageData;
  answer: OrderAnswer | undefined;
  /** What the previous action did. */
  done: ReturnType<typeof orderDoneText>;
};

/** One order on one screen: status and next steps, buyer and payment, timeline, order lines. */
export function OrderView({ data, answer, done }: Props) {
  const { order } = data;
  return (
    <StaffPage
      title={orderName(order.number)}
      back={{ to: href("staffOrders"), label: "All orders" }}
      aside={<OrderBadge state={order.state} />}
    >
      {answer?.refusal ? (
        <Notice tone="problem" live>
          {answer.refusal}
        </Notice>
      ) : null}
      {done && !answer ? (
        <Notice tone={done.tone} live>
          {done.text}
        </Notice>
      ) : null}
      <OrderDiagnosis data={data} />
      <div className="grid gap-8 lg:grid-cols-[24rem_1fr]">
        <Panel
          id="facts"
          title="Buyer and payment"
          note={
            order.receivedCents > 0 ? <Link to={href("staffOrderRefund", { order: order.id })}>Refund …</Link> : null
          }
        >
          <BuyerFacts data={data} />
          <OrderCorrections data={data} answer={answer} />
        </Panel>
        <OrderHistory data={data} reply={answer?.act === "note" ? answer.reply : undefined} />
      </div>
      <Panel id="enrollments" title="Enrollments and certificates">
        <OrderEnrollments data={data} />
      </Panel>
      <Panel id="lines" title="Order lines" note="Prices as agreed at checkout">
        <OrderLines data={data} />
      </Panel>
      {order.receivedCents > 0 ? (
        <RefundPanel refunds={data.refunds} timeZone={data.timeZone}>
          {data.unsettled.length > 0 ? (
            <SettleRefund
              key={data.unsettled.map(({ id }) => id).join()}
              failures={data.unsettled}
              timeZone={data.timeZone}
              reply={answer?.act === "settle-refund" ? answer.reply : undefined}
            />
          ) : null}
        </RefundPanel>
      ) : null}
      {data.disputes.length > 0 ? (
        <DisputePanel orderId={order.id} disputes={data.disputes} timeZone={data.timeZone} />
      ) : null}
      <OrderParcels data={data} />
      {data.others.length > 0 ? <OtherOrders data={data} /> : null}
    </StaffPage>
  );
}

const purposes = { self: undefined, gift: "a gift", colleagues: "colleagues" };

function BuyerFacts({ data: { order, timeZone, buyerPage } }: { data: OrderPageData }) {
  const time = (instant: string) => formatInstant(instant, timeZone);
  const purpose = purposes[order.purpose];
  return (
    <Facts
      facts={[
        { label: "E-mail", value: order.email },
        { label: "Name on the certificate", value: order.certificateName },
        ...(purpose ? [{ label: "Bought for", value: purpose }] : []),
        ...order.seats.map(({ name, email }, index) => ({
          label: `Learner ${index + 1}`,
          value: `${name}, ${email}`,
        })),
        ...(order.giftMessage ? [{ label: "Gift message", value: order.giftMessage }] : []),
        { label: "Total", value: formatCents(order.totalCents) },
        { label: "Received", value: formatCents(order.receivedCents) },
        ...(order.refundedCents > 0 ? [{ label: "Refunded", value: formatCents(order.refundedCents) }] : []),
        ...(order.card ? [{ label: "Card", value: order.card }] : []),
        { label: "Checkout started", value: time(order.createdAt) },
        order.paidAt
          ? { label: "Paid", value: time(order.paidAt) }
          : { label: "Units held until", value: time(order.endsAt) },
        { label: "Stripe session", value: <Id>{order.stripeSessionId}</Id> },
        { label: "Stripe payment", value: <Id>{order.stripePaymentIntentId}</Id> },
        { label: "Stripe charge", value: <Id>{order.stripeChargeId}</Id> },
        { label: "Order id", value: <Id>{order.id}</Id> },
        { label: "Buyer’s page", value: <Link to={buyerPage}>View the page the buyer sees</Link> },
      ]}
    />
  );
}

function OtherOrders({ data: { others, timeZone } }: { data: OrderPageData }) {
  return (
    <Panel id="others" title="Other orders from this buyer">
      <Table
        caption="Other orders from this buyer, newest first"
        rows={others}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Number",
            cell: ({ id, number }) => (
              <Link to={href("staffOrder", { order: id })} className="tabular inline-block py-0.5">
                {orderNumber(number)}
              </Link>
            ),
          },
          { label: "Status", cell: ({ state }) => <OrderBadge state={state} /> },
          { label: "Ordered", cell: ({ createdAt }) => formatInstant(createdAt, timeZone) },
          { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
        ]}
      />
    </Panel>
  );
}

function Id({ children }: { children: ReactNode }) {
  return children ? <code className="break-all">{children}</code> : <span className="text-muted">none yet</span>;
}
