import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { Address } from "~/ui/desk/email-address";
import { ChoiceFilter, ListFilter } from "~/ui/desk/list-filter";
import { Nothing, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import { Table } from "~/ui/desk/table";
import type { RefundRequestsQuery } from "./query";
import { requestStateNames } from "./request-states";
import type { RefundRequestsPage } from "./requests.server";

const states = [
  { value: "open", label: "Waiting" },
  { value: "granted", label: "Granted" },
  { value: "declined", label: "Declined" },
];

/** What buyers ask to have refunded; the longest waiting on top. */
export function RefundRequestsView({ query, list }: { query: RefundRequestsQuery; list: RefundRequestsPage }) {
  const time = (instant: Date) => formatInstant(instant, list.timeZone);
  const { count, pages, requests } = list;
  return (
    <StaffPage title="Refund requests">
      <ListFilter found={count === 1 ? "1 request" : `${count} requests`}>
        <ChoiceFilter
          name="state"
          label="State"
          value={query.state === "all" ? undefined : query.state}
          options={states}
        />
      </ListFilter>
      {requests.length > 0 ? (
        <div>
          <Table
            caption="Refund requests"
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Asked",
                cell: ({ id, at }) => (
                  <Link to={href("staffRefundRequest", { request: id })} className="tabular inline-block py-0.5">
                    {time(at)}
                  </Link>
                ),
              },
              {
                label: "Order",
                cell: ({ order }) => (
                  <Link to={href("staffOrder", { order: order.id })}>{order.number ?? "no number"}</Link>
                ),
              },
              { label: "Buyer", cell: ({ order }) => <Address>{order.email}</Address> },
              { label: "For", cell: ({ titles }) => titles.join(", ") },
              { label: "Why", cell: ({ reason }) => <span className="line-clamp-2">{reason}</span> },
              { label: "State", cell: ({ state }) => requestStateNames[state] },
            ]}
          />
          <Pages page={query.page} pages={pages} query={{ state: query.state }} label="Pages of refund requests" />
        </div>
      ) : (
        <Nothing>
          {query.state === "open"
            ? "Nobody waits for an answer. Buyers ask for refunds on their order page, within the shop’s refund window."
            : "Nothing here matches."}
        </Nothing>
      )}
    </StaffPage>
  );
}
