import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { warningDays } from "~/catalog/read/approval-state";
import { formatDay, formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { PromotionTable } from "~/promotions/desk/list-view";
import { orderNumber } from "~/shop/order-name";
import { Address } from "~/ui/desk/email-address";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { Overview } from "./overview.server";

export function OverviewView({ overview }: { overview: Overview }) {
  const { attention, tasks, promotions, emptyShelves, approvals, timeZone } = overview;
  return (
    <StaffPage title="Overview">
      <Panel id="attention" title="Orders that need attention">
        {attention.length > 0 ? (
          <Table
            caption="Orders that need attention, oldest first"
            rows={attention}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Order",
                cell: ({ id, number }) => <Link to={href("staffOrder", { order: id })}>{orderNumber(number)}</Link>,
              },
              { label: "Since", cell: ({ createdAt }) => formatInstant(createdAt, timeZone) },
              { label: "E-mail", cell: ({ email }) => <Address>{email}</Address> },
              { label: "Reason", cell: ({ why }) => why },
              { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
            ]}
          />
        ) : (
          <NoRows>None. All payments match their orders.</NoRows>
        )}
      </Panel>
      {tasks.length > 0 ? (
        <Panel id="tasks" title="To do">
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
      <Panel id="promotions" title="Active promotions" note={<Link to={href("staffPromotions")}>All promotions</Link>}>
        {promotions.length > 0 ? (
          <PromotionTable promotions={promotions} timeZone={timeZone} />
        ) : (
          <NoRows>No active promotions.</NoRows>
        )}
      </Panel>
      <div className="grid gap-8 lg:grid-cols-2">
        <Panel id="books" title="Books out of stock" note={<Link to={href("staffBooks")}>All books</Link>}>
          {emptyShelves.length > 0 ? (
            <Table
              caption="Books out of stock"
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
            <NoRows>None. Every printed book is in stock.</NoRows>
          )}
        </Panel>
        <Panel id="approvals" title={`Approvals ending within ${warningDays} days`}>
          {approvals.length > 0 ? (
            <Table
              caption="Approvals by their last day"
              rows={approvals}
              rowKey={({ referenceNumber }) => referenceNumber}
              columns={[
                { label: "Course", cell: ({ slug, title }) => <Link to={href("course", { slug })}>{title}</Link> },
                { label: "Reference", cell: ({ referenceNumber }) => referenceNumber },
                { label: "Last day", cell: ({ endsOn }) => formatDay(endsOn) },
                { label: "Days left", cell: ({ daysLeft }) => <DaysLeft days={daysLeft} />, isFigure: true },
              ]}
            />
          ) : (
            <NoRows>None. All approvals last longer than that.</NoRows>
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
