import { Form, Link } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { orderStateNames, orderStates } from "~/orders/order-state";
import { Button } from "~/ui/button";
import { Address } from "./address";
import type { OrdersQuery } from "./list-query";
import type { OrdersPage } from "./orders-list.server";
import { Pages } from "./pages";
import { Nothing, StaffPage } from "./staff-page";
import { OrderBadge } from "./state-badge";
import { type Column, Table } from "./table";

const box = "min-h-10 w-full rounded-sm border border-line-strong bg-surface px-2 py-1 text-ink";

export function OrdersView({ query, list }: { query: OrdersQuery; list: OrdersPage }) {
  const columns: Column<OrdersPage["orders"][number]>[] = [
    {
      label: "Number",
      cell: ({ id, number }) => (
        <Link to={`/staff/orders/${id}`} className="tabular inline-block py-0.5">
          {number ?? "not paid"}
        </Link>
      ),
    },
    { label: "State", cell: ({ state }) => <OrderBadge state={state} /> },
    { label: "Ordered", cell: ({ createdAt }) => formatInstant(createdAt, list.timeZone) },
    { label: "E-mail", cell: ({ email }) => <Address>{email}</Address> },
    { label: "Name", cell: ({ certificateName }) => certificateName },
    { label: "Units", cell: ({ units }) => units, isFigure: true },
    { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
  ];
  return (
    <StaffPage title="Orders">
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3 text-sm">
        <div className="w-full sm:w-72">
          <label htmlFor="q" className="block font-semibold">
            Number, e-mail, name or Stripe id
          </label>
          <input id="q" name="q" type="search" defaultValue={query.q} key={query.q} className={box} />
        </div>
        <div className="w-full sm:w-48">
          <label htmlFor="state" className="block font-semibold">
            State
          </label>
          <select id="state" name="state" defaultValue={query.state ?? ""} key={query.state} className={box}>
            <option value="">All</option>
            {orderStates.map((state) => (
              <option key={state} value={state}>
                {orderStateNames[state]}
              </option>
            ))}
          </select>
        </div>
        <Button look="quiet" className="min-h-10 px-4 py-1 text-sm">
          Show
        </Button>
        <p role="status" className="tabular py-2 text-muted">
          {list.count === 1 ? "1 order" : `${list.count} orders`}
        </p>
      </Form>
      {list.orders.length > 0 ? (
        <div>
          <Table caption="Orders, newest first" columns={columns} rows={list.orders} rowKey={({ id }) => id} />
          <Pages
            page={query.page}
            pages={list.pages}
            query={{ q: query.q, state: query.state }}
            label="Pages of orders"
          />
        </div>
      ) : (
        <NoOrders isFiltered={query.q !== "" || query.state !== undefined || query.page > 1} />
      )}
    </StaffPage>
  );
}

function NoOrders({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) return <Nothing>No orders yet. They appear here as soon as somebody starts to pay.</Nothing>;
  return (
    <Nothing>
      Nothing here matches. Try a part of the e-mail address, or <Link to="/staff/orders">show all orders</Link>.
    </Nothing>
  );
}
