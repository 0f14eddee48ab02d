import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { Address } from "~/ui/desk/email-address";
import { ChoiceFilter, ListFilter } from "~/ui/desk/list-filter";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import { Table } from "~/ui/desk/table";
import { type RefundRequestsQuery, requestStateNames } from "./query";
import type { RefundRequestsPage } from "./requests.server";

const states = [
  { value: "open", label: "Waiting" },
  { value: "granted", label: "Approved" },
  { value: "declined", label: "Declined" },
];

/** Buyers' refund requests, the longest waiting first. */
export function RefundRequestsView({ query, list }: { query: RefundRequestsQuery; list: RefundRequestsPage }) {
  const time = (instant: string) => formatInstant(instant, list.timeZone);
  const { count, pages, requests } = list;
  return (
    <StaffPage title="Refund requests">
      <ListFilter found={count === 1 ? "1 request" : `${count} requests`}>
        <ChoiceFilter
          name="state"
          label="Status"
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
                label: "Requested",
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
              { label: "Reason", cell: ({ reason }) => <span className="line-clamp-2">{reason}</span> },
              { label: "Status", cell: ({ state }) => requestStateNames[state] },
            ]}
          />
          <Pages page={query.page} pages={pages} query={{ state: query.state }} label="Pages of refund requests" />
        </div>
      ) : (
        <NoRows>
          {query.state === "open"
            ? "No requests are waiting. Buyers can request a refund on their order page within the refund window."
            : "No requests match."}
        </NoRows>
      )}
    </StaffPage>
  );
}
