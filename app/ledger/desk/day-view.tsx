import { Form, Link, useNavigation } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay, formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Address } from "~/ui/desk/email-address";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { Notice } from "~/ui/notice";
import { moneyOf, received, refunded } from "../entries/figures";
import type { LedgerDay } from "./day.server";
import { StripeBadge } from "./view";

type Props = { data: LedgerDay; done: boolean; problem: string | undefined };

export function LedgerDayView({ data, done, problem }: Props) {
  const { day, before, after, isRunning, entries, differences } = data;
  return (
    <StaffPage
      title={formatDay(day)}
      back={{ to: href("staffLedger"), label: "All days" }}
      aside={
        <nav aria-label="Other days" className="flex gap-5 text-sm">
          <Link to={href("staffLedgerDay", { day: before })} className="inline-block py-1" rel="prev">
            {formatDay(before)}
          </Link>
          {isRunning ? null : (
            <Link to={href("staffLedgerDay", { day: after })} className="inline-block py-1" rel="next">
              {formatDay(after)}
            </Link>
          )}
        </nav>
      }
    >
      {problem ? (
        <Notice tone="problem" live>
          {problem}
        </Notice>
      ) : null}
      {done && !problem ? (
        <Notice tone="done" live>
          Checked with Stripe. Anything missing has been recorded.
        </Notice>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-2">
        <StripePanel data={data} />
        <OrdersPanel data={data} />
      </div>
      {data.stripe && data.stripe.differences.length > 0 ? (
        <Panel id="at-stripe" title="Differences from Stripe">
          <Table
            caption="Differences between Stripe and the ledger"
            rows={data.stripe.differences}
            rowKey={({ reference }) => reference}
            columns={[
              { label: "Reference", cell: ({ reference }) => <Address>{reference}</Address> },
              { label: "Order", cell: ({ order }) => (order ? <OrderLink order={order} /> : "") },
              { label: "Difference", cell: ({ what }) => what },
              { label: "Next step", cell: ({ todo }) => todo },
            ]}
          />
        </Panel>
      ) : null}
      {differences.length > 0 ? (
        <Panel id="differences" title="Differences from the orders">
          <Table
            caption="Differences between the orders and the ledger"
            rows={differences}
            rowKey={({ about, what }) => `${about} ${what}`}
            columns={[
              {
                label: "About",
                cell: ({ about, order }) => (order ? <OrderLink order={order} text={about} /> : about),
              },
              { label: "Difference", cell: ({ what }) => what },
              { label: "Next step", cell: ({ todo }) => todo },
            ]}
          />
        </Panel>
      ) : null}
      <Panel id="entries" title="Entries" note={entries.length === 1 ? "1 entry" : `${entries.length} entries`}>
        {entries.length > 0 ? <Entries data={data} /> : <NoRows>No money moved on this day.</NoRows>}
      </Panel>
    </StaffPage>
  );
}

function StripePanel({ data: { stripe, timeZone, isRunning } }: { data: LedgerDay }) {
  const isBusy = useNavigation().state !== "idle";
  const facts = stripe
    ? [
        { label: "Checked", value: formatInstant(stripe.checkedAt, timeZone) },
        { label: "Stripe moved", value: formatCents(stripe.stripeCents) },
        { label: "Ledger", value: formatCents(stripe.ledgerCents) },
      ]
    : [];
  return (
    <Panel id="stripe" title="Stripe’s balance against the ledger" note={<StripeBadge stripe={stripe} />}>
      <Facts facts={facts} />
      <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-4 text-sm">
        <Button look="quiet" disabled={isBusy}>
          {stripe ? "Check again now" : "Check now"}
        </Button>
        <span className="text-muted">
          {isRunning
            ? "The day isn’t over, so either side may be slightly behind."
            : "Every day is checked the following night."}
        </span>
      </Form>
    </Panel>
  );
}

function OrdersPanel({ data }: { data: LedgerDay }) {
  const { figures } = data;
  const { expected, money } = moneyOf(data);
  return (
    <Panel id="orders" title="Orders against the ledger">
      <Facts
        facts={[
          { label: "Paid by orders", value: formatCents(data.received) },
          { label: "Less refunds", value: formatCents(0 - data.refunded) },
          { label: "Less fees", value: formatCents(figures.fees) },
          { label: "Less disputes", value: formatCents(figures.disputes) },
          { label: "Expected", value: <strong>{formatCents(expected)}</strong> },
          {
            label: "Ledger",
            value: (
              <>
                <strong>{formatCents(money)}</strong> ({formatCents(received(figures))} received,{" "}
                {formatCents(refunded(figures))} refunded)
              </>
            ),
          },
          { label: "Paid out", value: formatCents(figures.payouts) },
          ...(figures.unexplained === 0 ? [] : [{ label: "Unexplained", value: formatCents(figures.unexplained) }]),
        ]}
      />
    </Panel>
  );
}

function Entries({ data: { entries, timeZone } }: { data: LedgerDay }) {
  return (
    <Table
      caption="Entries by time"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { label: "Time", cell: ({ at }) => <span className="font-normal">{formatInstant(at, timeZone)}</span> },
        { label: "Type", cell: ({ kind, memo }) => (memo ? `${kind}: ${memo}` : kind) },
        { label: "Order", cell: ({ order }) => (order ? <OrderLink order={order} /> : "") },
        {
          label: "For",
          cell: ({ parts }) => parts.map(({ name, cents }) => <div key={name}>{`${name} ${formatCents(cents)}`}</div>),
        },
        { label: "Reference", cell: ({ reference }) => <Address>{reference}</Address> },
        { label: "Balance", cell: ({ cents }) => formatCents(cents), isFigure: true },
      ]}
    />
  );
}

function OrderLink({ order, text }: { order: { id: OrderId; number?: string }; text?: string }) {
  return (
    <Link to={href("staffOrder", { order: order.id })} className={text ? undefined : "tabular whitespace-nowrap"}>
      {text ?? order.number ?? "not fulfilled"}
    </Link>
  );
}
