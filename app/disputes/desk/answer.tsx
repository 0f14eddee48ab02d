import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextAreaField } from "~/ui/field";
import { Notice } from "~/ui/notice";

/** The staff's note on the evidence, with buttons to save or send. */
export function DisputeAnswer({ reply }: { reply: SubmissionResult | undefined }) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { note }] = useForm<{ note: string }>({ lastResult: reply });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-4">
      <ErrorSummary problems={[...problemsOf([{ errors: form.errors }]), ...problemsOf([note])]} />
      <TextAreaField
        {...getTextareaProps(note)}
        key={note.key}
        label="Your statement"
        hint="Optional. It goes before the evidence below, which is sent as text."
        rows={5}
        errors={note.errors}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="step" value="check" disabled={isBusy}>
          Send to the bank…
        </Button>
        <Button name="step" value="save" look="quiet" disabled={isBusy}>
          Save in Stripe without sending
        </Button>
      </div>
    </Form>
  );
}

/** Step two of sending: a bank accepts only one response. */
export function DisputeCheck({ note }: { note: string }) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="max-w-2xl space-y-4">
      <Notice tone="problem">
        <p className="font-semibold">Send this evidence to the buyer’s bank?</p>
        <p className="mt-1">The bank accepts only one response. You can’t add or change anything afterwards.</p>
      </Notice>
      {note ? <p className="whitespace-pre-line wrap-anywhere">{note}</p> : null}
      <input type="hidden" name="note" value={note} />
      <div className="flex flex-wrap items-center gap-4">
        <Button name="step" value="submit" disabled={isBusy}>
          Send evidence
        </Button>
        <Link to="." className="inline-block py-1">
          Don’t send yet
        </Link>
      </div>
    </Form>
  );
}
