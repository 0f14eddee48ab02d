import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import type { RefundId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { SelectControl, TextControl } from "~/ui/desk/controls";
import { ErrorSummary, problemsOf } from "~/ui/field";
import type { RefundRow } from "./page.server";

type Props = { failures: RefundRow[]; timeZone: string; reply: SubmissionResult | undefined };

/** Settles a failed refund when the buyer got the money some other way. */
export function SettleRefund({ failures, timeZone, reply }: Props) {
  const [form, { refundId, how }] = useForm<{ refundId: RefundId; how: string }>({
    id: "settle-form",
    lastResult: reply,
    defaultValue: { refundId: failures[0]?.id },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="mt-4 max-w-lg space-y-4">
      <input type="hidden" name="act" value="settle-refund" />
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, refundId, how])} />
      <SelectControl
        field={refundId}
        label="Failed refund"
        options={failures.map(({ id, amountCents, createdAt }) => ({
          value: id,
          label: `${formatCents(amountCents)}, requested ${formatInstant(createdAt, timeZone)}`,
        }))}
      />
      <TextControl
        field={how}
        label="How the buyer got the money"
        hint="For example, by check or with another refund"
      />
      <Button look="quiet" className="min-h-10 px-4 py-1">
        Mark as settled
      </Button>
    </Form>
  );
}
