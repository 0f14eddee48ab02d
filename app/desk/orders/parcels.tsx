import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { Facts, Nothing, Panel } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { OrderPageData } from "./page.server";

const holdStates = { held: "held", lapsed: "past its end", sold: "sold", released: "given back" };

/** Where the books go, which parcels left, and the units of sales and shelves that the order holds. */
export function OrderParcels({ data: { order, shipments, holds, timeZone } }: { data: OrderPageData }) {
  const own = { order: order.id };
  const time = (instant: Date) => formatInstant(instant, timeZone);
  return (
    <>
      {order.address.length > 0 ? (
        <Panel
          id="parcels"
          title="Parcels"
          note={
            // Nobody packs what is not paid for.
            order.number === null ? null : (
              <span className="flex flex-wrap gap-x-4">
                <Link to={href("staffOrderShip", own)}>Pack and send</Link>
                <a href={href("staffOrderPackingSlip", own)}>Packing slip</a>
                <a href={href("staffOrderLabel", own)}>Label</a>
              </span>
            )
          }
        >
          <Facts facts={[{ label: "To", value: order.address.map((line) => <div key={line}>{line}</div>) }]} />
          {shipments.length > 0 ? (
            <Table
              caption="Parcels that left"
              rows={shipments}
              rowKey={({ id }) => id}
              columns={[
                { label: "Left", cell: ({ shippedAt }) => <span className="font-normal">{time(shippedAt)}</span> },
                { label: "Books", cell: ({ copies }) => copies, isFigure: true },
                { label: "Carrier", cell: ({ carrier }) => carrier },
                { label: "Tracking", cell: ({ trackingNumber }) => trackingNumber ?? "none" },
                { label: "By", cell: ({ by }) => by },
              ]}
            />
          ) : (
            <Nothing>No parcel left yet.</Nothing>
          )}
        </Panel>
      ) : null}
      <Panel id="holds" title="Units held">
        {holds.length > 0 ? (
          <Table
            caption="Units that this order holds"
            rows={holds}
            rowKey={({ id }) => id}
            columns={[
              { label: "Of", cell: ({ of }) => of },
              { label: "Units", cell: ({ units }) => units, isFigure: true },
              { label: "State", cell: ({ state }) => holdStates[state] },
              { label: "Ends", cell: ({ state, endsAt }) => (state === "sold" ? "never" : time(endsAt)) },
            ]}
          />
        ) : (
          <Nothing>Nothing in this order can run out.</Nothing>
        )}
      </Panel>
    </>
  );
}
