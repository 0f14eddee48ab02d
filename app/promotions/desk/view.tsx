import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { formatCents } from "~/core/money";
import { Facts, Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { Notice } from "~/ui/notice";
import { isCounted } from "../terms";
import { PromotionActs } from "./acts-panel";
import { PromotionEditor } from "./editor/editor";
import type { PromotionAnswer } from "./editor/save.server";
import { kinds } from "./kinds";
import type { PromotionPage } from "./promotions.server";
import { PromotionBadge } from "./state-badge";

type Props = {
  page: PromotionPage;
  history: AuditRow[];
  answer: PromotionAnswer | undefined;
  /** What the last save did, said once. */
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
        {kinds[kind].title}: {what}
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
          <PromotionActs acts={page.acts} version={version} />
          <Panel id="more" title="More">
            <ul className="space-y-1">
              <More to={href("staffPromotionPreview", { promotion: id })}>Preview of banner and course page</More>
              <More to={href("staffSimulator", { promotion: id })}>Try it in the simulator</More>
              <More to={href("staffPromotionReport", { promotion: id })}>Report by day and course</More>
              {kind === "coupon" ? (
                <More to={href("staffPromotionCodes", { promotion: id })}>Codes in bulk</More>
              ) : null}
            </ul>
          </Panel>
        </div>
      </div>
      <Panel id="history" title="Who changed what">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <Nothing>Nobody has changed this promotion yet.</Nothing>
        )}
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
  const left = unitsLeft === undefined ? "no limit" : <strong>{`${unitsLeft} of ${values.limit}`}</strong>;
  return (
    <Panel id="figures" title="At this moment">
      <Facts
        facts={[
          ...(isCounted(kind)
            ? [
                { label: kind === "coupon" ? "Used" : "Sold", value: sold },
                { label: "Held in checkouts", value: held },
                { label: "Left", value: left },
              ]
            : []),
          ...(bulkCodes > 0 ? [{ label: "Codes in bulk", value: bulkCodes }] : []),
          { label: "Paid orders", value: figures.orders },
          { label: "Units in them", value: figures.units },
          { label: "Revenue", value: formatCents(figures.revenue) },
          { label: "Discount given", value: formatCents(figures.discount) },
          { label: "Version", value: version },
        ]}
      />
    </Panel>
  );
}
