import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { Facts } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { OrderPageData } from "./page.server";

/** The price snapshot by portion, with each promotion that set its price and that promotion's version (PRICING 12). */
export function OrderLines({ data: { portions, savings, order } }: { data: OrderPageData }) {
  return (
    <>
      <Table
        caption="Order lines by price"
        rows={portions.map((portion, index) => ({ ...portion, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            label: "Item",
            cell: ({ title, formatName }) => (
              <>
                {title} <span className="font-normal text-muted">{formatName}</span>
              </>
            ),
          },
          {
            label: "Price",
            cell: ({ prices }) => (
              <span className="tabular">
                {prices.map(({ quantity, price }) => `${quantity} × ${formatCents(price)}`).join(" + ")}
              </span>
            ),
            isFigure: true,
          },
          {
            label: "How it was priced",
            cell: ({ list, adjustments }) => (
              <ul>
                <li>{list}</li>
                {adjustments.map(({ promotionId, version, name, step }) => (
                  <li key={promotionId}>
                    {step}: <Link to={href("staffPromotion", { promotion: promotionId })}>{name}</Link>, version{" "}
                    {version}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: "Total", cell: ({ total }) => formatCents(total), isFigure: true },
        ]}
      />
      <div className="mt-4 ml-auto sm:max-w-sm">
        <Facts
          facts={[
            ...savings.map(({ label, amount }) => ({ label, value: `−${formatCents(amount)}` })),
            { label: "Items", value: formatCents(order.itemsCents) },
            { label: "Shipping", value: formatCents(order.shippingCents) },
            ...(order.taxCents > 0 ? [{ label: "Tax", value: formatCents(order.taxCents) }] : []),
            { label: "Total", value: <strong>{formatCents(order.totalCents)}</strong> },
          ]}
        />
      </div>
    </>
  );
}
