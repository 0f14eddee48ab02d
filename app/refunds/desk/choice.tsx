import {
  getCollectionProps,
  getFormProps,
  getInputProps,
  getSelectProps,
  type SubmissionResult,
  useForm,
} from "@conform-to/react";
import { Form } from "@remix-run/react";
import { EnrollmentId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { ChoiceField, ErrorSummary, problemsOf, SelectField, TextField } from "~/ui/field";
import { refundReasons } from "./form";
import type { RefundPageData } from "./page.server";
import { RefundUnits } from "./units";

type Values = {
  kind: string;
  units: EnrollmentId[];
  shipping: string;
  amount: string;
  reason: string;
  words: string;
  restock: string;
  access: string;
};

const reasonOptions = [
  { value: "", label: "Choose one" },
  ...Object.entries(refundReasons).map(([value, label]) => ({ value, label })),
];

/** Step one: what to refund, why, and whether access ends and copies are restocked. Nothing happens yet. */
export function RefundChoice({ data, reply }: { data: RefundPageData; reply: SubmissionResult | undefined }) {
  const { units, postageLeftCents, leftCents, isMailed, request } = data;
  const hasCertificate = units.some(({ certificateNumber, isRefunded }) => certificateNumber && !isRefunded);
  const [form, fields] = useForm<Values>({
    lastResult: reply,
    defaultValue: { kind: hasCertificate || request ? "units" : "full", access: "ends" },
  });
  const { kind, shipping, amount, reason, words, restock, access } = fields;
  const [whole, some, sum] = getCollectionProps(kind, { type: "radio", options: ["full", "units", "amount"] });
  const [ends, stays] = getCollectionProps(access, { type: "radio", options: ["ends", "stays"] });
  const chosen = [reply?.initialValue?.units ?? request?.units ?? []]
    .flat()
    .map((id) => EnrollmentId.parse(String(id)));
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-6">
      <ErrorSummary
        problems={[
          ...problemsOf([{ errors: form.errors }]),
          ...problemsOf([kind, fields.units, amount, reason, words, access]),
        ]}
      />
      <fieldset id={kind.id} className="space-y-2">
        <legend className="font-semibold">What to refund</legend>
        <ChoiceField
          {...whole}
          key="full"
          disabled={hasCertificate}
          label={
            hasCertificate ? (
              <>The whole order: not possible, because a certificate was issued</>
            ) : (
              <>Everything not refunded yet: {formatCents(leftCents)}, including shipping and tax</>
            )
          }
        />
        <ChoiceField {...some} key="units" label="Only the units I check, each for its share of what was paid" />
        <div id={fields.units.id} className="ml-8 space-y-2">
          <RefundUnits units={units} chosen={chosen} name={fields.units.name} />
          <p className="text-sm text-muted">
            Each amount is what you would refund for that unit next. When units of a course had different prices, the
            most expensive are refunded first.
          </p>
          {postageLeftCents > 0 ? (
            <ChoiceField
              {...getInputProps(shipping, { type: "checkbox" })}
              key={shipping.key}
              label={`Shipping, ${formatCents(postageLeftCents)}`}
            />
          ) : null}
        </div>
        <ChoiceField
          {...sum}
          key="amount"
          label={`An amount, up to ${formatCents(leftCents)}, without refunding a unit`}
        />
        <TextField
          {...getInputProps(amount, { type: "text" })}
          key={amount.key}
          label="Amount"
          inputMode="decimal"
          className="ml-8 max-w-40"
          errors={amount.errors}
        />
      </fieldset>
      <fieldset id={access.id}>
        <legend className="font-semibold">Course access for these units</legend>
        <ChoiceField {...ends} key="ends" label="Ends now" />
        <ChoiceField {...stays} key="stays" label="Stays open as goodwill: the learner can still pass the test" />
      </fieldset>
      {isMailed ? (
        <ChoiceField
          {...getInputProps(restock, { type: "checkbox" })}
          key={restock.key}
          label="Return the printed copies to stock so they can be sold again"
        />
      ) : null}
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <SelectField
          {...getSelectProps(reason)}
          key={reason.key}
          label="Reason"
          options={reasonOptions}
          errors={reason.errors}
        />
        <TextField
          {...getInputProps(words, { type: "text" })}
          key={words.key}
          label="Details"
          hint="Optional. Your colleagues see it here and in the audit log."
          errors={words.errors}
        />
      </div>
      <Button name="step" value="review">
        Review refund
      </Button>
    </Form>
  );
}
