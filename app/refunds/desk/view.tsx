import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { OrderBadge } from "~/orders/desk/state-badge";
import { orderStateNames } from "~/orders/order-state";
import { orderNumber } from "~/shop/order-name";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { Notice } from "~/ui/notice";
import { RefundChoice } from "./choice";
import type { RefundPageData, RefundUnitRow } from "./page.server";
import { RefundPanel } from "./panel";
import { RefundReview } from "./review";
import type { RefundReviewData } from "./review.server";

type Props = {
  data: RefundPageData;
  done: string | undefined;
  reply: SubmissionResult | undefined;
  review: RefundReviewData | undefined;
  /** The order's disputes, if any. */
  children?: ReactNode;
};

/** Refunds in two steps: choose, then review. */
export function RefundView({ data, done, reply, review, children }: Props) {
  const { order, leftCents, request, refunds, timeZone, units } = data;
  return (
    <StaffPage
      title={`Refund order ${orderNumber(order.number)}`}
      back={{ to: href("staffOrder", { order: order.id }), label: "Order" }}
      aside={<OrderBadge state={order.state} />}
    >
      {done && !reply && !review ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      {review ? (
        <RefundReview review={review} />
      ) : (
        <Panel id="choose" title="Refund">
          <div className="space-y-6">
            <div className="max-w-2xl">
              <Facts
                facts={[
                  { label: "Received", value: formatCents(order.receivedCents) },
                  { label: "Refunded so far", value: formatCents(order.refundedCents) },
                  { label: "Left to refund", value: <strong>{formatCents(leftCents)}</strong> },
                  ...(request
                    ? [
                        {
                          label: "Buyer’s reason",
                          value: <span className="whitespace-pre-line">{request.reason}</span>,
                        },
                      ]
                    : []),
                ]}
              />
            </div>
            {whyNot(data) ? <NoRows>{whyNot(data)}</NoRows> : <RefundChoice data={data} reply={reply} />}
          </div>
        </Panel>
      )}
      <RefundPanel refunds={refunds} timeZone={timeZone} />
      {children}
      {units.length > 0 && !review ? <AccessPanel units={units} /> : null}
    </StaffPage>
  );
}

function whyNot({ order, leftCents, isDisputed }: RefundPageData): string | undefined {
  if (order.state !== "paid")
    return `Only paid orders can be refunded here. This order’s status is “${orderStateNames[order.state]}”.`;
  if (isDisputed)
    return "The buyer’s bank is disputing this payment, so Stripe won’t refund it. Answer the dispute, or accept it.";
  if (leftCents === 0) return "Nothing is left to refund.";
  return undefined;
}

/** Access apart from money: for a refund made in Stripe’s dashboard, or one that failed at the bank. */
function AccessPanel({ units }: { units: RefundUnitRow[] }) {
  return (
    <Panel id="access" title="Course access" note="Changes right away, without a refund">
      <Table
        caption="Course access by unit"
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          { label: "Unit", cell: ({ title, unit }) => `${title}, unit ${unit}` },
          { label: "Learner", cell: ({ participantName }) => participantName ?? "not named yet" },
          { label: "Access", cell: ({ isWithdrawn }) => (isWithdrawn ? "ended" : "open") },
          {
            label: "Change",
            cell: ({ id, title, unit, isWithdrawn, certificateNumber }) =>
              certificateNumber ? (
                `certificate ${certificateNumber} stays valid`
              ) : (
                <Form method="post">
                  <input type="hidden" name="unit" value={id} />
                  <button
                    type="submit"
                    className="min-h-8 cursor-pointer text-film underline hover:text-film-strong"
                    name="access"
                    value={isWithdrawn ? "give-back" : "end"}
                    aria-label={`${isWithdrawn ? "Restore access" : "End access"}: ${title}, unit ${unit}`}
                  >
                    {isWithdrawn ? "Restore access" : "End access"}
                  </button>
                </Form>
              ),
          },
        ]}
      />
    </Panel>
  );
}
