import { Link } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import type { SaleRow } from "./sales.server";
import { Nothing, StaffPage } from "./staff-page";
import { SaleBadge } from "./state-badge";
import { Table } from "./table";

type Props = { sales: SaleRow[]; timeZone: string };

export function SalesView({ sales, timeZone }: Props) {
  return (
    <StaffPage title="Sales">
      {sales.length > 0 ? <SalesTable sales={sales} timeZone={timeZone} /> : <Nothing>There are no sales yet.</Nothing>}
    </StaffPage>
  );
}

/** Left is the figure that checkout uses: a shopper sees the same one. */
export function SalesTable({ sales, timeZone }: Props) {
  return (
    <Table
      caption="Sales with their figures now"
      rows={sales}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Sale",
          cell: ({ id, name, isFeatured }) => (
            <>
              <Link to={`/staff/sales/${id}`} className="inline-block py-0.5">
                {name}
              </Link>
              {isFeatured ? <span className="font-normal text-muted"> featured</span> : null}
            </>
          ),
        },
        { label: "State", cell: ({ state }) => <SaleBadge state={state} /> },
        { label: "Price", cell: ({ price }) => formatCents(price), isFigure: true },
        { label: "Sold", cell: ({ sold }) => sold, isFigure: true },
        { label: "Held", cell: ({ held }) => held, isFigure: true },
        { label: "Left", cell: ({ unitsLeft }) => <strong>{unitsLeft}</strong>, isFigure: true },
        { label: "Of", cell: ({ limit }) => limit, isFigure: true },
        { label: "Starts", cell: ({ startsAt }) => formatInstant(startsAt, timeZone) },
        { label: "Ends", cell: ({ endsAt }) => formatInstant(endsAt, timeZone) },
      ]}
    />
  );
}
