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

/** The first step: what goes back, why, and what becomes of access and copies. Nothing happens yet. */
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
        <legend className="font-semibold">What goes back</legend>
        <ChoiceField
          {...whole}
          key="full"
          disabled={hasCertificate}
          label={
            hasCertificate ? (
              <>The whole order: not possible, since a certificate was issued</>
            ) : (
              <>The whole rest of the order, {formatCents(leftCents)}, postage and tax included</>
            )
          }
        />
        <ChoiceField {...some} key="units" label="Units that I tick, each with its share of what was paid" />
        <div id={fields.units.id} className="ml-8 space-y-2">
          <RefundUnits units={units} chosen={chosen} name={fields.units.name} />
          <p className="text-sm text-muted">
            Each figure is what the unit gets back if it goes next. Of units that cost differently the dearer go first.
          </p>
          {postageLeftCents > 0 ? (
            <ChoiceField
              {...getInputProps(shipping, { type: "checkbox" })}
              key={shipping.key}
              label={`Postage, ${formatCents(postageLeftCents)}`}
            />
          ) : null}
        </div>
        <ChoiceField {...sum} key="amount" label={`An amount, at most ${formatCents(leftCents)}; no unit goes back`} />
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
        <legend className="font-semibold">Access to the units’ courses</legend>
        <ChoiceField {...ends} key="ends" label="Ends now" />
        <ChoiceField {...stays} key="stays" label="Stays, as goodwill: the test can still be passed" />
      </fieldset>
      {isMailed ? (
        <ChoiceField
          {...getInputProps(restock, { type: "checkbox" })}
          key={restock.key}
          label="The units’ printed copies are back on the shelf and can be sold again"
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
          label="In a few words"
          hint="Optional; for your colleagues and the audit"
          errors={words.errors}
        />
      </div>
      <Button name="step" value="review">
        Show what goes back
      </Button>
    </Form>
  );
}
