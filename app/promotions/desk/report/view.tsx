import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { type Column, Table } from "~/ui/desk/table";
import type { ReportRow } from "./report";
import type { ReportPage } from "./report.server";

export function PromotionReportView({ promotion, report: { all, byDay, byCourse } }: ReportPage) {
  return (
    <StaffPage
      title="Report"
      back={{ to: href("staffPromotion", { promotion: promotion.id }), label: promotion.name }}
      aside={<a href={href("staffPromotionReportCsv", { promotion: promotion.id })}>Download as CSV</a>}
    >
      <Panel
        id="all"
        title="Total"
        note="Paid orders at the prices charged; payments that arrived too late and were refunded are not included"
      >
        <Facts
          facts={[
            { label: "Orders", value: all.orders },
            { label: "Units", value: all.units },
            { label: "Revenue", value: formatCents(all.revenue) },
            { label: "Discounts", value: formatCents(all.discount) },
            { label: "Refunded", value: formatCents(all.refunded) },
          ]}
        />
      </Panel>
      {all.orders > 0 ? (
        <>
          <Panel id="days" title="By day">
            <Rows
              caption="By day, newest first"
              column={{ label: "Day", cell: ({ day }) => formatDay(day) }}
              rows={byDay}
            />
          </Panel>
          <Panel id="courses" title="By course">
            <Rows
              caption="By course, highest revenue first"
              column={{ label: "Course", cell: ({ title }) => title }}
              rows={byCourse}
            />
          </Panel>
        </>
      ) : (
        <NoRows>No orders with this promotion have been paid yet.</NoRows>
      )}
    </StaffPage>
  );
}

type RowsProps = { caption: string; column: Column<ReportRow>; rows: ReportRow[] };

function Rows({ caption, column, rows }: RowsProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        column,
        { label: "Orders", cell: ({ orders }) => orders, isFigure: true },
        { label: "Units", cell: ({ units }) => units, isFigure: true },
        { label: "Revenue", cell: ({ revenue }) => formatCents(revenue), isFigure: true },
        { label: "Discounts", cell: ({ discount }) => formatCents(discount), isFigure: true },
        { label: "Refunded", cell: ({ refunded }) => formatCents(refunded), isFigure: true },
      ]}
    />
  );
}
