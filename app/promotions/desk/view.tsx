import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { formatCents } from "~/core/money";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Notice } from "~/ui/notice";
import { kindTitle } from "../kinds/describe-terms";
import { kindOf, stageOf } from "../kinds/kinds";
import { PromotionActions } from "./actions-panel";
import { PromotionEditor } from "./editor/editor";
import type { PromotionAnswer } from "./editor/save.server";
import type { PromotionPage } from "./promotions.server";
import { PromotionBadge } from "./state-badge";

type Props = {
  page: PromotionPage;
  history: AuditRow[];
  answer: PromotionAnswer | undefined;
  /** What the last save did. */
  done: string | undefined;
};

export function PromotionView({ page, history, answer, done }: Props) {
  const { id, kind, version, values, state, what, timeZone } = page;
  return (
    <StaffPage
      title={values.name}
      back={{ to: href("staffPromotions"), label: "All promotions" }}
      aside={<PromotionBadge state={state} />}
    >
      {done && !answer ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      {answer?.refusal ? (
        <Notice tone="problem" live>
          {answer.refusal}
        </Notice>
      ) : null}
      <p className="text-muted">
        {kindTitle(kind)}: {what}
      </p>
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <PromotionEditor
          key={version}
          kind={kind}
          timeZone={timeZone}
          choices={page.choices}
          fields={page.fields}
          answer={answer}
          saved={{ version, taken: page.sold + page.held }}
        />
        <div className="space-y-8">
          <Figures page={page} />
          <PromotionActions actions={page.actions} version={version} />
          <Panel id="more" title="More">
            <ul className="space-y-1">
              <More to={href("staffPromotionPreview", { promotion: id })}>Preview the banner and course page</More>
              <More to={href("staffSimulator", { promotion: id })}>Try it in the simulator</More>
              <More to={href("staffPromotionReport", { promotion: id })}>Report by day and course</More>
              {stageOf(kind) === "coupons" ? (
                <More to={href("staffPromotionCodes", { promotion: id })}>Bulk codes</More>
              ) : null}
            </ul>
          </Panel>
        </div>
      </div>
      <Panel id="history" title="History">
        {history.length > 0 ? <AuditTable entries={history} timeZone={timeZone} /> : <NoRows>No changes yet.</NoRows>}
      </Panel>
    </StaffPage>
  );
}

function More({ to, children }: { to: string; children: string }) {
  return (
    <li>
      <Link to={to} className="inline-block py-1">
        {children}
      </Link>
    </li>
  );
}

function Figures({ page }: { page: PromotionPage }) {
  const { kind, sold, held, unitsLeft, values, figures, version, bulkCodes } = page;
  const { counted } = kindOf(kind).terms;
  const left = unitsLeft === undefined ? "no limit" : <strong>{`${unitsLeft} of ${values.limit}`}</strong>;
  return (
    <Panel id="figures" title="Right now">
      <Facts
        facts={[
          ...(counted
            ? [
                { label: counted.unit === "use" ? "Used" : "Sold", value: sold },
                { label: "In open checkouts", value: held },
                { label: "Left", value: left },
              ]
            : []),
          ...(bulkCodes > 0 ? [{ label: "Bulk codes", value: bulkCodes }] : []),
          { label: "Paid orders", value: figures.orders },
          { label: "Units in paid orders", value: figures.units },
          { label: "Revenue", value: formatCents(figures.revenue) },
          { label: "Discounts", value: formatCents(figures.discount) },
          { label: "Version", value: version },
        ]}
      />
    </Panel>
  );
}
