import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import type { ReportRow } from "~/promotions/report";
import type { ReportPage } from "./promotion-report.server";
import { Facts, Nothing, Panel, StaffPage } from "./staff-page";
import { Table } from "./table";

export function PromotionReportView({ promotion, report: { all, byDay, byCourse } }: ReportPage) {
  return (
    <StaffPage
      title="Report"
      back={{ to: `/staff/promotions/${promotion.id}`, label: promotion.name }}
      aside={<a href={`/staff/promotions/${promotion.id}/report.csv`}>Download as CSV</a>}
    >
      <Panel id="all" title="In all" note="Paid orders, at the prices of their day">
        <Facts
          facts={[
            { label: "Orders", value: all.orders },
            { label: "Units", value: all.units },
            { label: "Revenue", value: formatCents(all.revenue) },
            { label: "Discount given", value: formatCents(all.discount) },
          ]}
        />
      </Panel>
      {all.orders > 0 ? (
        <>
          <Panel id="days" title="By day">
            <Rows
              caption="By day, the newest first"
              name="Day"
              rows={byDay.map((row) => ({ ...row, label: formatDay(row.label) }))}
            />
          </Panel>
          <Panel id="courses" title="By course">
            <Rows caption="By course, the largest revenue first" name="Course" rows={byCourse} />
          </Panel>
        </>
      ) : (
        <Nothing>Nothing was paid with this promotion yet.</Nothing>
      )}
    </StaffPage>
  );
}

function Rows({ caption, name, rows }: { caption: string; name: string; rows: ReportRow[] }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { label: name, cell: ({ label }) => label },
        { label: "Orders", cell: ({ orders }) => orders, isFigure: true },
        { label: "Units", cell: ({ units }) => units, isFigure: true },
        { label: "Revenue", cell: ({ revenue }) => formatCents(revenue), isFigure: true },
        { label: "Discount", cell: ({ discount }) => formatCents(discount), isFigure: true },
      ]}
    />
  );
}
