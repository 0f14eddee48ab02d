import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import type { PromotionId } from "~/core/ids";
import type { Json } from "~/core/json";
import { Button } from "~/ui/button";
import { TextControl } from "~/ui/desk/controls";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import { Table } from "~/ui/desk/table";
import { ErrorSummary, problemsOf } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { BulkCode } from "../../codes/bulk.server";

type Props = {
  promotion: { id: PromotionId; name: string };
  timeZone: string;
  counts: { made: number; used: number; held: number; unused: number };
  codes: Json<BulkCode & { printed: string }>[];
  page: number;
  pages: number;
  reply: SubmissionResult | undefined;
  done: string | undefined;
};

export function CouponCodesView({ promotion, timeZone, counts, codes, page, pages, reply, done }: Props) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { count, prefix, known }] = useForm<{ count: string; prefix: string; known: string }>({
    lastResult: reply,
  });
  const back = { to: href("staffPromotion", { promotion: promotion.id }), label: promotion.name };
  return (
    <StaffPage title="Bulk codes" back={back}>
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <Panel id="make" title="Generate codes">
        <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-4">
          <ErrorSummary problems={problemsOf([{ errors: form.errors }, { errors: known.errors }, count, prefix])} />
          <input type="hidden" name="known" value={counts.made} />
          <p className="text-muted">
            Anyone who has a code can use it once. Codes can’t be guessed, and have no letters or digits that look
            alike.
          </p>
          <div className="grid gap-6 sm:grid-cols-2">
            <TextControl field={count} label="Number of codes" hint="Up to 10,000" isNumber />
            <TextControl field={prefix} label="Prefix" hint="For example, SPRING. Optional" />
          </div>
          <Button disabled={isBusy}>Generate codes</Button>
        </Form>
      </Panel>
      <Panel
        id="codes"
        title="Codes"
        note={
          counts.made > 0 ? (
            <a href={href("staffPromotionCodesCsv", { promotion: promotion.id })}>Download all as CSV</a>
          ) : null
        }
      >
        <p role="status" className="tabular py-1 text-sm text-muted">
          {counts.made} generated: {counts.used} used, {counts.held} in checkout, {counts.unused} unused
        </p>
        {codes.length > 0 ? (
          <>
            <Table
              caption="Codes, newest first"
              rows={codes}
              rowKey={({ code }) => code}
              columns={[
                { label: "Code", cell: ({ printed }) => <span className="font-mono">{printed}</span> },
                { label: "Status", cell: ({ state }) => state },
                { label: "Created", cell: ({ createdAt }) => formatInstant(createdAt, timeZone) },
              ]}
            />
            <Pages page={page} pages={pages} query={{}} label="Pages of codes" />
          </>
        ) : (
          <NoRows>No codes have been generated yet.</NoRows>
        )}
      </Panel>
    </StaffPage>
  );
}
