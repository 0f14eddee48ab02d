import { Link } from "@remix-run/react";
import { formatCents } from "~/core/money";
import { Notice } from "~/ui/notice";
import type { AuditRow } from "./audit-log.server";
import { AuditTable } from "./audit-view";
import type { SaleAnswer } from "./edit-sale.server";
import { SaleEditor } from "./sale-editor";
import type { SalePageData } from "./sales.server";
import { Facts, Nothing, Panel, StaffPage } from "./staff-page";
import { SaleBadge } from "./state-badge";

type Props = {
  data: SalePageData;
  history: AuditRow[];
  answer: SaleAnswer | undefined;
  /** What the last save did, said once. */
  done: string | undefined;
};

export function SaleView({ data, history, answer, done }: Props) {
  const { sale, state, unitsLeft, course, timeZone } = data;
  return (
    <StaffPage
      title={sale.name}
      back={{ to: "/staff/sales", label: "All sales" }}
      aside={state ? <SaleBadge state={state} /> : null}
    >
      {done && !answer ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <SaleEditor key={sale.version} data={data} answer={answer} />
        <Panel id="figures" title="At this moment">
          <Facts
            facts={[
              { label: "Sold", value: sale.sold },
              { label: "Held in checkouts", value: sale.held },
              { label: "Left", value: <strong>{unitsLeft}</strong> },
              { label: "Of", value: sale.limit },
              { label: "Regular price", value: formatCents(sale.regularPrice) },
              {
                label: "Course",
                value: course ? <Link to={`/courses/${course.slug}`}>{course.title}</Link> : "retired",
              },
              { label: "Version", value: sale.version },
            ]}
          />
        </Panel>
      </div>
      <Panel id="history" title="Who changed what">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <Nothing>Nobody has changed this sale yet.</Nothing>
        )}
      </Panel>
    </StaffPage>
  );
}
