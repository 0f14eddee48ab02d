import { Form, Link } from "@remix-run/react";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { AuditRow } from "./audit-log.server";
import { AuditTable } from "./audit-view";
import type { Act, PromotionAnswer } from "./edit-promotion.server";
import { PromotionEditor } from "./promotion-editor";
import { kinds } from "./promotion-kinds";
import type { PromotionPage } from "./promotions.server";
import { Facts, Nothing, Panel, StaffPage } from "./staff-page";
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
      back={{ to: "/staff/promotions", label: "All promotions" }}
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
          <Acts page={page} />
          <Panel id="more" title="More">
            <ul className="space-y-1">
              <More to={`/staff/promotions/${id}/preview`}>Preview of banner and course page</More>
              <More to={`/staff/promotions/simulator?${new URLSearchParams({ promotion: id })}`}>
                Try it in the simulator
              </More>
              <More to={`/staff/promotions/${id}/report`}>Report by day and course</More>
              {kind === "coupon" ? <More to={`/staff/promotions/${id}/codes`}>Codes in bulk</More> : null}
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
  const isCounted = kind === "limited-sale" || kind === "coupon";
  const left = unitsLeft === undefined ? "no limit" : <strong>{`${unitsLeft} of ${values.limit}`}</strong>;
  return (
    <Panel id="figures" title="At this moment">
      <Facts
        facts={[
          ...(isCounted
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

function Acts({ page: { version, state, values } }: { page: PromotionPage }) {
  const isOver = state === "ended";
  return (
    <Panel id="acts" title="Change at once">
      <div className="flex flex-wrap gap-3">
        {state === "draft" ? <ActButton act="publish" version={version} label="Publish" /> : null}
        {isOver || state === "draft" ? null : values.isPaused ? (
          <ActButton act="resume" version={version} label="Resume" />
        ) : (
          <ActButton act="pause" version={version} label="Pause" />
        )}
        {state === "scheduled" ? <ActButton act="withdraw" version={version} label="Make it a draft again" /> : null}
        <ActButton act="copy" version={version} label="Copy as a draft" />
      </div>
      {isOver || state === "draft" || state === "scheduled" ? null : (
        <details className="mt-3">
          <summary className="min-h-8 cursor-pointer py-1">End it for good …</summary>
          <div className="space-y-2 py-2">
            <p className="text-sm text-muted">
              From this moment on nobody gets it; checkouts that are open keep their price.
            </p>
            <ActButton act="end" version={version} label="End it now" />
          </div>
        </details>
      )}
    </Panel>
  );
}

function ActButton({ act, version, label }: { act: Act; version: number; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="version" value={version} />
      <Button look="quiet">{label}</Button>
    </Form>
  );
}
