import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import { Badge } from "~/ui/desk/badge";
import { ListFilter, TextFilter } from "~/ui/desk/list-filter";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { type Column, Table } from "~/ui/desk/table";
import { Notice } from "~/ui/notice";
import { received, refunded } from "../entries/figures";
import type { LedgerPage, StripeState } from "./ledger.server";

export function LedgerView({ range, days, elsewhere, sums, balances }: LedgerPage) {
  const wrong = [
    ...days.filter(({ isRight, stripe }) => !isRight || stripe.count > 0).map(({ day }) => day),
    ...elsewhere,
  ];
  const query = new URLSearchParams(range);
  return (
    <StaffPage
      title="Ledger"
      aside={
        <div className="flex flex-wrap gap-x-5 text-sm">
          <a className="inline-block py-1" href={href("staffLedgerMovementsCsv", query)}>
            Download transactions (CSV)
          </a>
          <a className="inline-block py-1" href={href("staffLedgerDaysCsv", query)}>
            Download days (CSV)
          </a>
        </div>
      }
    >
      <ListFilter found={days.length === 1 ? "1 day" : `${days.length} days`}>
        <TextFilter name="from" label="From" type="date" value={range.from} />
        <TextFilter name="to" label="To" type="date" value={range.to} />
      </ListFilter>
      {wrong.length > 0 ? <Wrong days={wrong} /> : null}
      {days.length > 0 ? (
        <Table caption="Days, newest first" rows={days} rowKey={({ day }) => day} columns={columnsFor(days)} />
      ) : (
        <NoRows>No money moved on these days.</NoRows>
      )}
      <div className="grid gap-8 lg:grid-cols-2">
        <Panel id="sums" title="Totals for these days" note="Changes to Stripe’s balance">
          <Facts
            facts={[
              { label: "Courses", value: formatCents(sums.items) },
              { label: "Shipping", value: formatCents(sums.shipping) },
              { label: "Sales tax", value: formatCents(sums.tax) },
              { label: "Unfulfilled", value: formatCents(sums.unfulfilled) },
              { label: "Refunded", value: formatCents(refunded(sums)) },
              { label: "Stripe fees", value: formatCents(sums.fees) },
              { label: "Disputes", value: formatCents(sums.disputes) },
              { label: "Paid out", value: formatCents(sums.payouts) },
              ...(sums.unexplained === 0 ? [] : [{ label: "Unexplained", value: formatCents(sums.unexplained) }]),
              { label: "Net", value: <strong>{formatCents(sums.net)}</strong> },
            ]}
          />
        </Panel>
        <Panel id="balances" title="Account balances today" note="For all days; debits equal credits">
          <Balances balances={balances} />
        </Panel>
      </div>
    </StaffPage>
  );
}

function Wrong({ days }: { days: string[] }) {
  return (
    <Notice tone="problem">
      Some days don’t agree:{" "}
      {days.map((day, index) => (
        <span key={day}>
          {index > 0 ? ", " : ""}
          <Link to={href("staffLedgerDay", { day })}>{formatDay(day)}</Link>
        </span>
      ))}
      . Each day’s page shows the differences and what to do.
    </Notice>
  );
}

type Row = LedgerPage["days"][number];

function columnsFor(days: Row[]): Column<Row>[] {
  const unexplained: Column<Row> = {
    label: "Unexplained",
    cell: ({ figures }) => formatCents(figures.unexplained),
    isFigure: true,
  };
  return [
    { label: "Day", cell: ({ day }) => <Link to={href("staffLedgerDay", { day })}>{formatDay(day)}</Link> },
    { label: "Received", cell: ({ figures }) => formatCents(received(figures)), isFigure: true },
    { label: "Refunded", cell: ({ figures }) => formatCents(refunded(figures)), isFigure: true },
    { label: "Fees", cell: ({ figures }) => formatCents(figures.fees), isFigure: true },
    { label: "Disputes", cell: ({ figures }) => formatCents(figures.disputes), isFigure: true },
    { label: "Paid out", cell: ({ figures }) => formatCents(figures.payouts), isFigure: true },
    ...(days.some(({ figures }) => figures.unexplained !== 0) ? [unexplained] : []),
    { label: "Net", cell: ({ figures }) => formatCents(figures.net), isFigure: true },
    {
      label: "Orders",
      cell: ({ isRight }) => <Badge tone={isRight ? "good" : "wrong"}>{isRight ? "Agree" : "Differ"}</Badge>,
    },
    { label: "Stripe", cell: ({ stripe }) => <StripeBadge stripe={stripe} /> },
  ];
}

export function StripeBadge({ stripe }: { stripe: StripeState | undefined }) {
  if (!stripe?.isChecked) return <Badge tone="over">Not checked yet</Badge>;
  if (stripe.count === 0) return <Badge tone="good">Agrees</Badge>;
  return <Badge tone="wrong">{stripe.count === 1 ? "1 difference" : `${stripe.count} differences`}</Badge>;
}

function Balances({ balances }: { balances: LedgerPage["balances"] }) {
  const side = (pick: (cents: number) => number) => balances.reduce((sum, { cents }) => sum + pick(cents), 0);
  const debit = (cents: number) => Math.max(cents, 0);
  const credit = (cents: number) => Math.max(-cents, 0);
  const rows = [
    ...balances.map(({ account, name, cents }) => ({ account, name, debit: debit(cents), credit: credit(cents) })),
    { account: "sum", name: "Total", debit: side(debit), credit: side(credit) },
  ];
  const amount = (cents: number) => (cents === 0 ? "" : formatCents(cents));
  return (
    <Table
      caption="Trial balance of the accounts"
      rows={rows}
      rowKey={({ account }) => account}
      columns={[
        { label: "Account", cell: ({ name }) => name },
        { label: "Debit", cell: (row) => amount(row.debit), isFigure: true },
        { label: "Credit", cell: (row) => amount(row.credit), isFigure: true },
      ]}
    />
  );
}
