import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { ButtonLink } from "~/ui/button";
import { Facts, Panel, StaffPage } from "~/ui/desk/page";
import { Notice } from "~/ui/notice";
import { needsResponse, reasonText, statusText } from "../dispute-status";
import { DisputeAnswer, DisputeCheck } from "./answer";
import type { DisputePageData } from "./disputes.server";

type Props = {
  data: DisputePageData;
  done: string | undefined;
  reply: SubmissionResult | undefined;
  /** The note to confirm before sending; undefined before that step. */
  check: string | undefined;
};

/** One dispute: the bank's claim, our evidence, and the response. */
export function DisputeView({ data: { dispute, evidence, timeZone }, done, reply, check }: Props) {
  const { order, status, amountCents, reason, openedAt, dueBy, closedAt } = dispute;
  const time = (instant: string) => formatInstant(instant, timeZone);
  return (
    <StaffPage
      title={`Dispute of ${formatCents(amountCents)}`}
      back={{ to: href("staffDisputes"), label: "All disputes" }}
    >
      {done && !reply && check === undefined ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <Panel id="dispute" title="The bank’s claim">
        <Facts
          facts={[
            { label: "Status", value: <strong>{statusText(status)}</strong> },
            { label: "Reason", value: reasonText(reason) },
            { label: "Amount", value: formatCents(amountCents) },
            { label: "Opened", value: time(openedAt) },
            ...(dueBy ? [{ label: "Respond by", value: time(dueBy) }] : []),
            ...(closedAt ? [{ label: "Closed", value: time(closedAt) }] : []),
            {
              label: "Order",
              value: (
                <Link to={href("staffOrder", { order: order.id })}>
                  {order.number ?? "not fulfilled"}, {order.email}
                </Link>
              ),
            },
            { label: "Stripe ID", value: <code>{dispute.id}</code> },
          ]}
        />
      </Panel>
      {needsResponse(status) ? (
        <Panel id="answer" title="Response">
          {check === undefined ? <DisputeAnswer reply={reply} /> : <DisputeCheck note={check} />}
        </Panel>
      ) : null}
      <Panel
        id="evidence"
        title="Evidence"
        note={
          <ButtonLink
            to={href("staffOrderEvidence", { order: order.id })}
            reload
            look="quiet"
            className="min-h-8 px-3 py-1 text-sm"
          >
            Download PDF
          </ButtonLink>
        }
      >
        <div className="space-y-6">
          {evidence.map(({ title, rows }) => (
            <section key={title}>
              <h3 className="mb-1 font-semibold">{title}</h3>
              <dl className="grid grid-cols-1 border-t border-line text-sm sm:grid-cols-[14rem_1fr]">
                {rows.map(([label, value], at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may be identical
                  <div key={at} className="border-b border-line px-1 py-1.5 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
                    <dt className="text-muted">{label}</dt>
                    <dd className="tabular min-w-0 wrap-anywhere">{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Panel>
    </StaffPage>
  );
}
