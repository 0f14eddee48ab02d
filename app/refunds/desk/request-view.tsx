import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link, useNavigation } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { orderNumber } from "~/shop/order-name";
import { Button, ButtonLink } from "~/ui/button";
import { Address } from "~/ui/desk/email-address";
import { Facts, Panel, StaffPage } from "~/ui/desk/page";
import { ErrorSummary, problemsOf, TextAreaField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { requestStateNames } from "./query";
import type { RefundRequestPageData } from "./requests.server";

type Props = { data: RefundRequestPageData; reply: SubmissionResult | undefined; done: string | undefined };

/** One buyer's request: approved through the refund form, or declined with an answer; once. */
export function RefundRequestView({ data: { request, timeZone }, reply, done }: Props) {
  const { order, state, titles, units, reason, answer, decidedAt, decidedBy } = request;
  const time = (instant: string) => formatInstant(instant, timeZone);
  return (
    <StaffPage
      title={`Refund request for order ${orderNumber(order.number)}`}
      back={{ to: href("staffRefundRequests"), label: "All refund requests" }}
      aside={<p className="text-muted">{requestStateNames[state]}</p>}
    >
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <Panel id="request" title="The buyer’s request">
        <Facts
          facts={[
            { label: "Requested", value: time(request.at) },
            { label: "For", value: `${titles.join(", ")} (${units === 1 ? "1 unit" : `${units} units`})` },
            { label: "Reason", value: <span className="whitespace-pre-line">{reason}</span> },
            {
              label: "Order",
              value: <Link to={href("staffOrder", { order: order.id })}>{order.number ?? "The order"}</Link>,
            },
            { label: "Buyer", value: <Address>{order.email}</Address> },
            { label: "Name", value: order.certificateName },
            { label: "Paid", value: order.paidAt ? time(order.paidAt) : "not paid" },
            {
              label: "Received",
              value: `${formatCents(order.receivedCents)}, of which ${formatCents(order.refundedCents)} was refunded`,
            },
            ...(decidedAt ? [{ label: "Decided", value: `${time(decidedAt)} by ${decidedBy ?? "unknown"}` }] : []),
            ...(answer ? [{ label: "Answer", value: <span className="whitespace-pre-line">{answer}</span> }] : []),
          ]}
        />
      </Panel>
      {state === "open" ? <Decision request={request} reply={reply} /> : null}
    </StaffPage>
  );
}

function Decision({ request, reply }: { request: RefundRequestPageData["request"]; reply: Props["reply"] }) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { answer }] = useForm<{ answer: string }>({ lastResult: reply });
  return (
    <>
      <Panel id="grant" title="Approve">
        {request.isRefunded ? (
          <Form method="post" className="space-y-3">
            <p className="max-w-prose text-sm text-muted">
              Everything in this request has already been refunded. This closes the request and e-mails the buyer.
            </p>
            <Button look="quiet" name="decision" value="granted" disabled={isBusy}>
              Close as approved
            </Button>
          </Form>
        ) : (
          <div className="space-y-3">
            <p className="max-w-prose text-sm text-muted">
              The refund form opens with these units checked. Making the refund approves the request and e-mails the
              buyer.
            </p>
            <ButtonLink to={href("staffOrderRefund", { order: request.order.id }, { request: request.id })}>
              Continue to refund
            </ButtonLink>
          </div>
        )}
      </Panel>
      <Panel id="decline" title="Decline">
        <Form method="post" {...getFormProps(form)} className="max-w-xl space-y-4">
          <ErrorSummary problems={problemsOf([{ errors: form.errors }, answer])} />
          <TextAreaField
            {...getTextareaProps(answer)}
            key={answer.key}
            label="Your answer"
            hint="The buyer sees it by e-mail and on the order page. Up to 1,000 characters."
            rows={4}
            errors={answer.errors}
          />
          <Button look="danger" name="decision" value="declined" disabled={isBusy}>
            Decline request
          </Button>
        </Form>
      </Panel>
    </>
  );
}
