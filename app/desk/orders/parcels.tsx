import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { Facts, NoRows, Panel } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { OrderPageData } from "./page.server";

const holdStates = { held: "held", lapsed: "expired", sold: "sold", released: "released" };

/** The mailing address, shipped parcels, and the limited units the order holds. */
export function OrderParcels({ data: { order, shipments, holds, timeZone } }: { data: OrderPageData }) {
  const own = { order: order.id };
  const time = (instant: string) => formatInstant(instant, timeZone);
  return (
    <>
      {order.address.length > 0 ? (
        <Panel
          id="parcels"
          title="Parcels"
          note={
            // Only paid orders are packed.
            order.number === null ? null : (
              <span className="flex flex-wrap gap-x-4">
                <Link to={href("staffOrderShip", own)}>Pack and ship</Link>
                <a href={href("staffOrderPackingSlip", own)}>Packing slip</a>
                <a href={href("staffOrderLabel", own)}>Label</a>
              </span>
            )
          }
        >
          <Facts facts={[{ label: "To", value: order.address.map((line) => <div key={line}>{line}</div>) }]} />
          {shipments.length > 0 ? (
            <Table
              caption="Shipped parcels"
              rows={shipments}
              rowKey={({ id }) => id}
              columns={[
                { label: "Shipped", cell: ({ shippedAt }) => <span className="font-normal">{time(shippedAt)}</span> },
                { label: "Books", cell: ({ copies }) => copies, isFigure: true },
                { label: "Carrier", cell: ({ carrier }) => carrier },
                { label: "Tracking", cell: ({ trackingNumber }) => trackingNumber ?? "none" },
                { label: "By", cell: ({ by }) => by },
              ]}
            />
          ) : (
            <NoRows>Nothing has shipped yet.</NoRows>
          )}
        </Panel>
      ) : null}
      <Panel id="holds" title="Units held">
        {holds.length > 0 ? (
          <Table
            caption="Units held for this order"
            rows={holds}
            rowKey={({ id }) => id}
            columns={[
              { label: "Item", cell: ({ of }) => of },
              { label: "Units", cell: ({ units }) => units, isFigure: true },
              { label: "Status", cell: ({ state }) => holdStates[state] },
              { label: "Ends", cell: ({ state, endsAt }) => (state === "sold" ? "never" : time(endsAt)) },
            ]}
          />
        ) : (
          <NoRows>Nothing in this order has a limited supply.</NoRows>
        )}
      </Panel>
    </>
  );
}
