import { Link } from "@remix-run/react";
import { formatCents } from "~/core/money";
import type { OrderPageData } from "./order-page.server";
import { Facts } from "./staff-page";
import { Table } from "./table";

/** The price snapshot, portion by portion, each with the promotion and the version of it that made its price (PRICING 12). */
export function OrderLines({ data: { lines, order } }: { data: OrderPageData }) {
  const portions = lines.flatMap(({ portions, ...line }) => portions.map((portion) => ({ line, ...portion })));
  return (
    <>
      <Table
        caption="Lines with their portions"
        rows={portions}
        rowKey={({ line, position }) => `${line.id} ${position}`}
        columns={[
          {
            label: "What",
            cell: ({ line }) => (
              <>
                {line.title} <span className="font-normal text-muted">{line.formatName}</span>
              </>
            ),
          },
          {
            label: "Price",
            cell: ({ quantity, unitPriceCents }) => (
              <span className="tabular">
                {quantity} × {formatCents(unitPriceCents)}
              </span>
            ),
            isFigure: true,
          },
          { label: "Regular", cell: ({ regularUnitPriceCents }) => formatCents(regularUnitPriceCents), isFigure: true },
          {
            label: "Promotion",
            cell: ({ promotionId, promotionName, promotionVersion }) =>
              promotionId ? (
                <>
                  <Link to={`/staff/sales/${promotionId}`}>{promotionName}</Link>, version {promotionVersion}
                </>
              ) : (
                "none"
              ),
          },
          { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
        ]}
      />
      <div className="mt-4 ml-auto sm:max-w-sm">
        <Facts
          facts={[
            { label: "Items", value: formatCents(order.itemsCents) },
            { label: "Shipping", value: formatCents(order.shippingCents) },
            { label: "Total", value: <strong>{formatCents(order.totalCents)}</strong> },
          ]}
        />
      </div>
    </>
  );
}
