import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { OrderBadge } from "~/orders/desk/state-badge";
import { orderStateNames, orderStates } from "~/orders/order-state";
import { orderNumber } from "~/shop/order-name";
import { Address } from "~/ui/desk/email-address";
import { ChoiceFilter, DayFilter, ListFilter, TextFilter } from "~/ui/desk/list-filter";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import { type Column, Table } from "~/ui/desk/table";
import type { OrdersPage } from "./list.server";
import type { OrdersQuery } from "./query";

const stateOptions = orderStates.map((state) => ({ value: state, label: orderStateNames[state] }));

export function OrdersView({ query, list }: { query: OrdersQuery; list: OrdersPage }) {
  const columns: Column<OrdersPage["orders"][number]>[] = [
    {
      label: "Number",
      cell: ({ id, number }) => (
        <Link to={href("staffOrder", { order: id })} className="tabular inline-block py-0.5">
          {orderNumber(number)}
        </Link>
      ),
    },
    { label: "Status", cell: ({ state }) => <OrderBadge state={state} /> },
    { label: "Ordered", cell: ({ createdAt }) => formatInstant(createdAt, list.timeZone) },
    { label: "E-mail", cell: ({ email }) => <Address>{email}</Address> },
    { label: "Name", cell: ({ certificateName }) => certificateName },
    { label: "Card", cell: ({ cardLast4 }) => (cardLast4 ? `… ${cardLast4}` : "") },
    { label: "Units", cell: ({ units }) => units, isFigure: true },
    { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
  ];
  return (
    <StaffPage title="Orders" aside={<Link to={href("staffFindPayment")}>Find a Stripe payment</Link>}>
      <ListFilter role="search" found={list.count === 1 ? "1 order" : `${list.count} orders`}>
        <TextFilter name="q" type="search" label="Number, name, e-mail, course, or last 4 of card" value={query.q} />
        <ChoiceFilter name="state" label="Status" value={query.state} options={stateOptions} />
        <DayFilter name="from" label="From" value={query.from} />
        <DayFilter name="until" label="Until" value={query.until} />
      </ListFilter>
      {list.orders.length > 0 ? (
        <div>
          <Table caption="Orders, newest first" columns={columns} rows={list.orders} rowKey={({ id }) => id} />
          <Pages
            page={query.page}
            pages={list.pages}
            query={{ q: query.q, state: query.state, from: query.from, until: query.until }}
            label="Pages of orders"
          />
        </div>
      ) : (
        <NoOrders query={query} />
      )}
    </StaffPage>
  );
}

function NoOrders({ query: { q, state, from, until, page } }: { query: OrdersQuery }) {
  if (q === "" && !state && !from && !until && page === 1)
    return <NoRows>No orders yet. They appear here when someone starts a payment.</NoRows>;
  return (
    <NoRows>
      No orders match. Try part of the e-mail address, or <Link to={href("staffOrders")}>show all orders</Link>. If a
      buyer says they paid, <Link to={href("staffFindPayment")}>find the payment in Stripe</Link>.
    </NoRows>
  );
}
