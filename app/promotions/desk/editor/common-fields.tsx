import { type FieldMetadata, getCollectionProps, getInputProps } from "@conform-to/react";
import { CheckboxControl, TextControl } from "~/ui/desk/controls";
import { ChoiceField, TextField } from "~/ui/field";
import { kindOf, type PromotionKind } from "../../kinds/kinds";
import { combinationLabels, listCombinations } from "../../units/form/combination";
import type { Fields } from "../../units/form/course-fields";
import { commonLabels } from "./labels";

export function WindowFields({ fields, timeZone }: { fields: Fields; timeZone: string }) {
  const { startsAt, endsAt } = fields as Record<string, FieldMetadata<string>>;
  if (!startsAt || !endsAt) return null;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <TextField
        {...getInputProps(startsAt, { type: "datetime-local" })}
        key={startsAt.key}
        label={commonLabels.startsAt}
        hint={`Shop’s time zone, ${timeZone}`}
        errors={startsAt.errors}
      />
      <TextField
        {...getInputProps(endsAt, { type: "datetime-local" })}
        key={endsAt.key}
        label={commonLabels.endsAt}
        hint="To end at midnight on Sunday, enter Monday, 12:00 AM"
        errors={endsAt.errors}
      />
    </div>
  );
}

const statuses = [
  { value: "active", label: "Active: runs between its start and end" },
  { value: "paused", label: "Paused: hidden from shoppers; open checkouts keep their price" },
  { value: "draft", label: "Draft: visible to staff only; can be tried in the simulator" },
];

/** Only a published promotion can be paused. */
export function StatusField({ field, isNew }: { field: Fields[string] | undefined; isNew: boolean }) {
  if (!field) return null;
  return (
    <fieldset id={field.id}>
      <legend className="font-semibold">{commonLabels.status}</legend>
      {getCollectionProps(field as FieldMetadata<string>, {
        type: "radio",
        options: statuses.filter(({ value }) => !isNew || value !== "paused").map(({ value }) => value),
      }).map(({ key, ...input }) => (
        <ChoiceField key={key} {...input} label={statuses.find(({ value }) => value === input.value)?.label} />
      ))}
    </fieldset>
  );
}

type LimitProps = { kind: PromotionKind; fields: Fields; taken: number | undefined };

/** Limits on units or uses, in total and per customer; nothing if the kind counts neither. */
export function LimitFields({ kind, fields, taken }: LimitProps) {
  const { counted } = kindOf(kind).terms;
  if (!counted) return null;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <TextControl
        field={fields.limit}
        label={counted.unit === "use" ? "Total uses" : "Total units"}
        hint={taken ? `${taken} or more` : counted.totalHint}
        isNumber
      />
      <TextControl
        field={fields.perCustomer}
        label={commonLabels.perCustomer}
        hint="Leave empty for no limit"
        isNumber
      />
    </div>
  );
}

/** Rarely needed, so it is collapsed unless it has something unusual. */
export function CombinationFields({ kind, fields }: { kind: PromotionKind; fields: Fields }) {
  const { exclusive, priority } = fields;
  const isUnusual = exclusive?.initialValue || exclusive?.errors || priority?.errors;
  return (
    <details open={Boolean(isUnusual)} className="border-l-2 border-line pl-4">
      <summary className="min-h-8 cursor-pointer py-1 font-semibold">Combining with other promotions</summary>
      <p className="py-1 text-sm text-muted">
        Shoppers always get the lowest total that these settings allow. Two promotions combine only if both allow it.
      </p>
      {listCombinations(kindOf(kind).stage).map(({ field, label }) => (
        <CheckboxControl key={field} field={fields[field]} label={label} />
      ))}
      <CheckboxControl field={exclusive} label={combinationLabels.exclusive} />
      <TextControl
        field={priority}
        label={combinationLabels.priority}
        hint="The higher number wins a tie; coupons apply in this order"
      />
    </details>
  );
}
