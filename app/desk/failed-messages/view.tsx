import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { orderNumber } from "~/shop/order-name";
import { Button } from "~/ui/button";
import { Address } from "~/ui/desk/email-address";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { type Column, Table } from "~/ui/desk/table";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { MessageRefusal } from "./act.server";
import type { FailedMessages } from "./failed-messages.server";

type Props = { messages: FailedMessages; refusal: MessageRefusal | undefined; done: string | undefined };

/** Failed e-mails and Stripe events, each with buttons to retry or discard it. */
export function FailedMessagesView({ messages: { emails, events, unsentLinks, timeZone }, refusal, done }: Props) {
  const time = (instant: string) => formatInstant(instant, timeZone);
  return (
    <StaffPage title="Failed messages">
      {refusal ? (
        <Notice tone="problem" live>
          {refusal.message}
        </Notice>
      ) : null}
      {done && !refusal ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <Panel
        id="mails"
        title="E-mails that failed"
        note={unsentLinks > 0 ? `Sign-in links not sent in the last 24 hours: ${unsentLinks}` : null}
      >
        {emails.length > 0 ? (
          <Table
            caption="E-mails that failed, oldest first"
            rows={emails}
            rowKey={({ id }) => id}
            columns={[
              { label: "E-mail", cell: ({ name }) => <span className="wrap-normal">{name}</span> },
              { label: "To", cell: ({ to }) => <Address>{to}</Address> },
              orderColumn(),
              { label: "Created", cell: ({ createdAt }) => time(createdAt) },
              { label: "Attempts", cell: ({ attempts }) => attempts, isFigure: true },
              {
                label: "Status",
                cell: ({ isGivenUp, nextAttemptAt }) =>
                  isGivenUp ? "given up" : `next attempt ${time(nextAttemptAt)}`,
              },
              { label: "Reason", cell: ({ lastError }) => lastError ?? "unknown reason" },
              { label: "Action", cell: ({ id }) => <Acts thing="mail" id={id} refusal={refusal} /> },
            ]}
          />
        ) : (
          <NoRows>None. Every e-mail was sent or is waiting for its first attempt.</NoRows>
        )}
      </Panel>
      <Panel id="events" title="Messages from Stripe that failed">
        {events.length > 0 ? (
          <Table
            caption="Messages from Stripe that failed, oldest first"
            rows={events}
            rowKey={({ id }) => id}
            columns={[
              { label: "Message", cell: ({ type }) => type },
              {
                label: "About",
                cell: ({ objectId, id }) => <code className="font-normal break-all">{objectId ?? id}</code>,
              },
              orderColumn(),
              { label: "Received", cell: ({ receivedAt }) => time(receivedAt) },
              { label: "Attempts", cell: ({ attempts }) => attempts, isFigure: true },
              { label: "Status", cell: ({ isGivenUp }) => (isGivenUp ? "given up" : "retried automatically") },
              { label: "Reason", cell: ({ lastError }) => lastError ?? "unknown reason" },
              { label: "Action", cell: ({ id }) => <Acts thing="event" id={id} refusal={refusal} /> },
            ]}
          />
        ) : (
          <NoRows>None. Every message from Stripe was handled.</NoRows>
        )}
      </Panel>
    </StaffPage>
  );
}

function orderColumn<Row extends { order?: { id: OrderId; number: number | null } }>(): Column<Row> {
  return {
    label: "Order",
    cell: ({ order }) =>
      order ? <Link to={href("staffOrder", { order: order.id })}>{orderNumber(order.number)}</Link> : "none",
  };
}

type ActsProps = { thing: "mail" | "event"; id: string; refusal: MessageRefusal | undefined };

function Acts({ thing, id, refusal }: ActsProps) {
  const isRefused = refusal?.id === id;
  return (
    <div className="space-y-1">
      <Form method="post">
        <input type="hidden" name="act" value={`retry-${thing}`} />
        <input type="hidden" name="id" value={id} />
        <Button look="quiet" className="min-h-8 px-3 py-0.5 text-sm whitespace-nowrap">
          Try again
        </Button>
      </Form>
      <details open={isRefused}>
        <summary className="min-h-8 cursor-pointer py-1">Discard…</summary>
        <Form method="post" className="space-y-2 py-1">
          <input type="hidden" name="act" value={`discard-${thing}`} />
          <input type="hidden" name="id" value={id} />
          <TextField id={`why-${id}`} name="reason" label="Reason" required />
          <Button look="danger" className="min-h-8 px-3 py-0.5 text-sm">
            Discard
          </Button>
        </Form>
      </details>
    </div>
  );
}
