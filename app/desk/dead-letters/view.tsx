import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { orderNumber } from "~/shop/order-name";
import { Button } from "~/ui/button";
import { Address } from "~/ui/desk/email-address";
import { Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { type Column, Table } from "~/ui/desk/table";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { LetterRefusal } from "./act.server";
import type { DeadLetters } from "./dead-letters.server";

type Props = { letters: DeadLetters; refusal: LetterRefusal | undefined; done: string | undefined };

/** What did not get through: mails and Stripe's events, each to be tried again or to be given up for good. */
export function DeadLettersView({ letters: { mails, events, unsentLinks, timeZone }, refusal, done }: Props) {
  const time = (instant: Date) => formatInstant(instant, timeZone);
  return (
    <StaffPage title="Dead letters">
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
        title="Mails that did not get through"
        note={unsentLinks > 0 ? `Sign-in links of the last 24 hours that could not be sent: ${unsentLinks}` : null}
      >
        {mails.length > 0 ? (
          <Table
            caption="Mails that did not get through, the oldest first"
            rows={mails}
            rowKey={({ id }) => id}
            columns={[
              { label: "Mail", cell: ({ name }) => <span className="wrap-normal">{name}</span> },
              { label: "To", cell: ({ to }) => <Address>{to}</Address> },
              orderColumn(),
              { label: "Written", cell: ({ createdAt }) => time(createdAt) },
              { label: "Attempts", cell: ({ attempts }) => attempts, isFigure: true },
              {
                label: "State",
                cell: ({ isGivenUp, nextAttemptAt }) => (isGivenUp ? "given up" : `again ${time(nextAttemptAt)}`),
              },
              { label: "Why", cell: ({ lastError }) => lastError ?? "unknown reason" },
              { label: "Do", cell: ({ id }) => <Acts thing="mail" id={id} refusal={refusal} /> },
            ]}
          />
        ) : (
          <Nothing>None. Every mail got through, or waits for its first attempt.</Nothing>
        )}
      </Panel>
      <Panel id="events" title="Messages from Stripe that could not be handled">
        {events.length > 0 ? (
          <Table
            caption="Messages from Stripe that could not be handled, the oldest first"
            rows={events}
            rowKey={({ id }) => id}
            columns={[
              { label: "Message", cell: ({ type }) => type },
              {
                label: "About",
                cell: ({ objectId, id }) => <code className="font-normal break-all">{objectId ?? id}</code>,
              },
              orderColumn(),
              { label: "Came", cell: ({ receivedAt }) => time(receivedAt) },
              { label: "Attempts", cell: ({ attempts }) => attempts, isFigure: true },
              { label: "State", cell: ({ isGivenUp }) => (isGivenUp ? "given up" : "tried again by the sweep") },
              { label: "Why", cell: ({ lastError }) => lastError ?? "unknown reason" },
              { label: "Do", cell: ({ id }) => <Acts thing="event" id={id} refusal={refusal} /> },
            ]}
          />
        ) : (
          <Nothing>None. Every message of Stripe’s was handled.</Nothing>
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

type ActsProps = { thing: "mail" | "event"; id: string; refusal: LetterRefusal | undefined };

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
        <summary className="min-h-8 cursor-pointer py-1">Discard …</summary>
        <Form method="post" className="space-y-2 py-1">
          <input type="hidden" name="act" value={`discard-${thing}`} />
          <input type="hidden" name="id" value={id} />
          <TextField id={`why-${id}`} name="reason" label="Why nobody needs it" required />
          <Button look="danger" className="min-h-8 px-3 py-0.5 text-sm">
            Discard it
          </Button>
        </Form>
      </details>
    </div>
  );
}
