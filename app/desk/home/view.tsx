import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { warningDays } from "~/catalog/read/approval-state";
import { formatDay, formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { PromotionTable } from "~/promotions/desk/list-view";
import { orderNumber } from "~/shop/order-name";
import { Address } from "~/ui/desk/email-address";
import { Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { Overview } from "./overview.server";

export function OverviewView({ overview }: { overview: Overview }) {
  const { attention, tasks, promotions, emptyShelves, approvals, timeZone } = overview;
  return (
    <StaffPage title="Overview">
      <Panel id="attention" title="Orders that need a person">
        {attention.length > 0 ? (
          <Table
            caption="Orders that need a person, the oldest first"
            rows={attention}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Order",
                cell: ({ id, number }) => <Link to={href("staffOrder", { order: id })}>{orderNumber(number)}</Link>,
              },
              { label: "Since", cell: ({ createdAt }) => formatInstant(createdAt, timeZone) },
              { label: "E-mail", cell: ({ email }) => <Address>{email}</Address> },
              { label: "Why", cell: ({ why }) => why },
              { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
            ]}
          />
        ) : (
          <Nothing>None. Payments and orders agree.</Nothing>
        )}
      </Panel>
      {tasks.length > 0 ? (
        <Panel id="tasks" title="What waits at the desk">
          <ul className="border-t border-line-strong bg-surface text-sm">
            {tasks.map(({ urgent, text, to }) => (
              <li key={text} className="border-b border-line px-3 py-1.5">
                <Link to={to} className={urgent ? "font-semibold" : undefined}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel
        id="promotions"
        title="Promotions that run now"
        note={<Link to={href("staffPromotions")}>All promotions</Link>}
      >
        {promotions.length > 0 ? (
          <PromotionTable promotions={promotions} timeZone={timeZone} />
        ) : (
          <Nothing>No promotion runs now.</Nothing>
        )}
      </Panel>
      <div className="grid gap-8 lg:grid-cols-2">
        <Panel id="books" title="Books that are out" note={<Link to={href("staffBooks")}>All books</Link>}>
          {emptyShelves.length > 0 ? (
            <Table
              caption="Books without copies"
              rows={emptyShelves}
              rowKey={({ id }) => id}
              columns={[
                {
                  label: "Course",
                  cell: ({ id, title }) => <Link to={href("staffBook", { format: id })}>{title}</Link>,
                },
                { label: "Sold", cell: ({ sold }) => sold, isFigure: true },
              ]}
            />
          ) : (
            <Nothing>None. Every printed book can be mailed.</Nothing>
          )}
        </Panel>
        <Panel id="approvals" title={`Approvals that end within ${warningDays} days`}>
          {approvals.length > 0 ? (
            <Table
              caption="Approvals by their last day"
              rows={approvals}
              rowKey={({ referenceNumber }) => referenceNumber}
              columns={[
                { label: "Course", cell: ({ slug, title }) => <Link to={href("course", { slug })}>{title}</Link> },
                { label: "Reference", cell: ({ referenceNumber }) => referenceNumber },
                { label: "Last day", cell: ({ endsOn }) => formatDay(endsOn) },
                { label: "Left", cell: ({ daysLeft }) => <DaysLeft days={daysLeft} />, isFigure: true },
              ]}
            />
          ) : (
            <Nothing>None. All courses count for longer than that.</Nothing>
          )}
        </Panel>
      </div>
    </StaffPage>
  );
}

function DaysLeft({ days }: { days: number }) {
  if (days < 0) return <strong className="text-wrong">ended</strong>;
  if (days === 0) return <strong className="text-wrong">today</strong>;
  return <>{days === 1 ? "1 day" : `${days} days`}</>;
}
