import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import { orderStateNames } from "~/orders/order-state";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/notice";
import type { OrderHistory } from "./order-history.server";

/** A customer's orders, newest first; each leads to its page. */
export function OrdersView({ history: { orders, page, pages } }: { history: OrderHistory }) {
  if (orders.length === 0)
    return (
      <EmptyState title={page > 1 ? "Nothing on this page" : "No orders yet"}>
        <p>
          Orders paid with this e-mail address appear here with their receipts. If you ordered with another address,
          sign in with that one or open the link in your receipt.
        </p>
        {page > 1 ? (
          <ButtonLink to={href("accountOrders")}>Newest orders</ButtonLink>
        ) : (
          <ButtonLink to={href("catalog")}>Find a course</ButtonLink>
        )}
      </EmptyState>
    );
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {orders.map((order) => (
          <Order key={order.id} order={order} />
        ))}
      </ul>
      {pages > 1 ? (
        <nav aria-label="Pages of orders" className="flex items-center gap-5 pt-4">
          {page > 1 ? <PageLink page={page - 1} label="Newer" /> : null}
          <span className="tabular text-muted">
            Page {page} of {pages}
          </span>
          {page < pages ? <PageLink page={page + 1} label="Older" /> : null}
        </nav>
      ) : null}
    </>
  );
}

function Order({ order }: { order: OrderHistory["orders"][number] }) {
  const { id, number, state, on, totalCents, refundedCents, courses } = order;
  const name = number === null ? "Order not numbered yet" : `Order ${number}`;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-5">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-2xl">
          <Link to={href("accountOrder", { order: id })}>{name}</Link>
        </h2>
        <p className="tabular text-muted">
          {formatDay(on)} · {orderStateNames[state]}
        </p>
        <ul className="mt-1">
          {courses.map((course, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an order's lines never move
            <li key={index} className="wrap-anywhere">
              {course}
            </li>
          ))}
        </ul>
      </div>
      <div className="tabular sm:text-end">
        <p className="text-lg font-semibold">{formatCents(totalCents)}</p>
        {refundedCents > 0 ? <p className="text-muted">{formatCents(refundedCents)} refunded</p> : null}
        {number === null ? null : (
          <a href={href("accountReceipt", { order: id })} className="inline-block py-1">
            Receipt<span className="sr-only"> of order {number}</span> (PDF)
          </a>
        )}
      </div>
    </li>
  );
}

function PageLink({ page, label }: { page: number; label: string }) {
  return (
    <Link to={page === 1 ? href("accountOrders") : href("accountOrders", { page })} className="inline-block py-1">
      {label}
    </Link>
  );
}
