import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/desk/page";
import { ErrorSummary, problemsOf, TextAreaField } from "~/ui/field";
import type { OrderPageData } from "./page.server";

/** An order's events, oldest first, and a form for staff notes. */
export function OrderHistory({ data, reply }: { data: OrderPageData; reply: SubmissionResult | undefined }) {
  const { timeline, timeZone } = data;
  return (
    <Panel id="history" title="Timeline">
      <ol className="border-t border-line-strong text-sm">
        {timeline.map(({ at, kind, what, detail, by }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: past events never move
            key={index}
            className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[12rem_1fr]"
          >
            <time dateTime={at} className="tabular text-muted">
              {formatInstant(at, timeZone)}
            </time>
            <div className="min-w-0 wrap-anywhere">
              <strong className={kind === "note" ? "sr-only" : "font-semibold"}>{what}</strong>
              {detail ? (
                <span className={kind === "note" ? "block whitespace-pre-line border-l-4 border-film pl-3" : undefined}>
                  {kind === "note" ? "" : " · "}
                  {detail}
                </span>
              ) : null}
              {by ? <span className="text-muted"> · {by}</span> : null}
            </div>
          </li>
        ))}
      </ol>
      <NoteEditor key={timeline.length} reply={reply} />
    </Panel>
  );
}

function NoteEditor({ reply }: { reply: SubmissionResult | undefined }) {
  const [form, { text }] = useForm<{ text: string }>({ id: "note-form", lastResult: reply });
  const { key, ...area } = getTextareaProps(text);
  return (
    <Form method="post" {...getFormProps(form)} className="mt-4 max-w-2xl space-y-3">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, text])} />
      <input type="hidden" name="act" value="note" />
      <TextAreaField
        key={key}
        {...area}
        label="Note"
        hint="Only staff can see notes. Notes can’t be deleted."
        errors={text.errors}
        rows={3}
      />
      <Button look="quiet" className="min-h-10 px-4 py-1">
        Add note
      </Button>
    </Form>
  );
}
