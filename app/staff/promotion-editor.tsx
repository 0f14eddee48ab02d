import { type FieldMetadata, getCollectionProps, getFormProps, getInputProps, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { isCounted, type PromotionKind } from "~/promotions/terms";
import { Button } from "~/ui/button";
import { ChoiceField, ErrorSummary, TextField } from "~/ui/field";
import type { PromotionAnswer } from "./edit-promotion.server";
import type { Choices } from "./promotion-choices.server";
import { PromotionConflict } from "./promotion-conflict";
import { Text, Tick } from "./promotion-controls";
import { canBeFeatured, companionsOf } from "./promotion-kinds";
import type { Fields } from "./promotion-scope-fields";
import { TermsFields } from "./promotion-terms-fields";

type Props = {
  kind: PromotionKind;
  timeZone: string;
  choices: Choices;
  fields: Record<string, unknown>;
  answer: PromotionAnswer | undefined;
  /** Present where a promotion is edited; a new one has none. */
  saved?: { version: number; taken: number };
};

const statuses = [
  { value: "active", label: "Active: runs in its window" },
  { value: "paused", label: "Paused: nobody sees it; checkouts that are open keep their price" },
  { value: "draft", label: "Draft: only staff see it, and can try it in the simulator" },
];

/** The form of a promotion of any kind. What is typed survives every refusal. */
export function PromotionEditor({ kind, timeZone, choices, fields: defaultValue, answer, saved }: Props) {
  const isBusy = useNavigation().state !== "idle";
  const [form, typedFields] = useForm<Record<string, unknown>>({
    id: "promotion",
    lastResult: answer?.reply,
    defaultValue: defaultValue as Record<string, string>,
  });
  const fields = typedFields as unknown as Fields;
  const { startsAt, endsAt, status } = fields as Record<string, FieldMetadata<string>>;
  const conflict = answer?.conflict;
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-6">
      {conflict ? (
        <PromotionConflict
          conflict={conflict}
          typed={answer?.reply?.initialValue ?? {}}
          timeZone={timeZone}
          choices={choices}
        />
      ) : (
        <ErrorSummary problems={problemsIn(form.allErrors, fields)} />
      )}
      {saved ? (
        <input type="hidden" name="version" value={conflict?.version ?? saved.version} />
      ) : (
        <Id field={fields.id} />
      )}
      <TermsFields kind={kind} fields={fields} choices={choices} />
      {isCounted(kind) ? <Limits kind={kind} fields={fields} taken={saved?.taken} /> : null}
      {startsAt && endsAt ? (
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField
            {...getInputProps(startsAt, { type: "datetime-local" })}
            key={startsAt.key}
            label="Starts"
            hint={`In the shop’s time zone, ${timeZone}`}
            errors={startsAt.errors}
          />
          <TextField
            {...getInputProps(endsAt, { type: "datetime-local" })}
            key={endsAt.key}
            label="Ends"
            hint="Sunday midnight is Monday, 12:00 AM"
            errors={endsAt.errors}
          />
        </div>
      ) : null}
      <Text field={fields.name} label="Name" hint="As shoppers read it. Left empty, it says what it does" />
      {status ? (
        <fieldset id={status.id}>
          <legend className="font-semibold">Status</legend>
          {getCollectionProps(status, {
            type: "radio",
            options: statuses.filter(({ value }) => saved || value !== "paused").map(({ value }) => value),
          }).map(({ key, ...input }) => (
            <ChoiceField key={key} {...input} label={statuses.find(({ value }) => value === input.value)?.label} />
          ))}
        </fieldset>
      ) : null}
      {canBeFeatured(kind) ? (
        <Tick field={fields.isFeatured} label="Featured: shown in the banner while it runs" />
      ) : null}
      <Company kind={kind} fields={fields} />
      <Button disabled={isBusy}>
        {conflict ? "Save what I typed over it" : saved ? "Save" : "Create the promotion"}
      </Button>
    </Form>
  );
}

/** What the new promotion will be called by the database. */
function Id({ field }: { field: Fields[string] | undefined }) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "hidden" });
  return <input key={key} {...input} />;
}

function Limits({ kind, fields, taken }: { kind: PromotionKind; fields: Fields; taken: number | undefined }) {
  const isCoupon = kind === "coupon";
  const least = taken ? `${taken} or more` : undefined;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Text
        field={fields.limit}
        label={isCoupon ? "Uses in total" : "Units in total"}
        hint={least ?? (isCoupon ? "Empty: no limit" : "How many are sold at this price")}
        isNumber
      />
      <Text field={fields.perCustomer} label="Per customer" hint="Empty: no limit" isNumber />
    </div>
  );
}

function Company({ kind, fields }: { kind: PromotionKind; fields: Fields }) {
  const { exclusive, priority } = fields;
  const isUnusual = exclusive?.initialValue || exclusive?.errors || priority?.errors;
  return (
    <details open={Boolean(isUnusual)} className="border-l-2 border-line pl-4">
      <summary className="min-h-8 cursor-pointer py-1 font-semibold">How it goes with other promotions</summary>
      <p className="py-1 text-sm text-muted">
        The shopper always gets the cheapest cart that these ticks allow. Two promotions meet only if both allow it.
      </p>
      {companionsOf(kind).map(({ field, label }) => (
        <Tick key={field} field={fields[field]} label={label} />
      ))}
      <Tick field={exclusive} label="Stands alone: with no other promotion in one cart" />
      <Text
        field={priority}
        label="Priority"
        hint="Where two are equally good the higher goes first; coupons apply in this order"
      />
    </details>
  );
}

/** Every message once, with the field that it leads to. */
function problemsIn(errors: Record<string, string[]>, fields: Fields) {
  return Object.entries(errors).flatMap(([name, messages]) =>
    messages.filter(Boolean).map((message) => ({ id: fields[name.replace(/[[.].*$/, "")]?.id, message })),
  );
}
