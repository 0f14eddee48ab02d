import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextAreaField } from "~/ui/field";
import { Notice } from "~/ui/notice";

/** What staff add to the evidence, and the two things that can be done with it. */
export function DisputeAnswer({ reply }: { reply: SubmissionResult | undefined }) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { note }] = useForm<{ note: string }>({ lastResult: reply });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-4">
      <ErrorSummary problems={[...problemsOf([{ errors: form.errors }]), ...problemsOf([note])]} />
      <TextAreaField
        {...getTextareaProps(note)}
        key={note.key}
        label="In your own words"
        hint="Optional. It stands before the evidence below, which is sent as text with it."
        rows={5}
        errors={note.errors}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="step" value="check" disabled={isBusy}>
          Send to the bank …
        </Button>
        <Button name="step" value="save" look="quiet" disabled={isBusy}>
          Save at Stripe, don’t send yet
        </Button>
      </div>
    </Form>
  );
}

/** The second step of sending: a bank takes one answer. */
export function DisputeCheck({ note }: { note: string }) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="max-w-2xl space-y-4">
      <Notice tone="problem">
        <p className="font-semibold">Send this evidence to the buyer’s bank?</p>
        <p className="mt-1">A bank takes one answer. Afterwards nothing can be added or changed.</p>
      </Notice>
      {note ? <p className="whitespace-pre-line wrap-anywhere">{note}</p> : null}
      <input type="hidden" name="note" value={note} />
      <div className="flex flex-wrap items-center gap-4">
        <Button name="step" value="submit" disabled={isBusy}>
          Send for good
        </Button>
        <Link to="." className="inline-block py-1">
          Not yet
        </Link>
      </div>
    </Form>
  );
}
