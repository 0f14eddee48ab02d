import { type FieldMetadata, getCollectionProps, getInputProps } from "@conform-to/react";
import { Text, Tick } from "~/ui/desk/controls";
import { ChoiceField, TextField } from "~/ui/field";
import type { PromotionKind } from "../../kinds/kinds";
import type { Fields } from "../../units/form/scope-fields";
import { companionsOf } from "../kinds";

export function WindowFields({ fields, timeZone }: { fields: Fields; timeZone: string }) {
  const { startsAt, endsAt } = fields as Record<string, FieldMetadata<string>>;
  if (!startsAt || !endsAt) return null;
  return (
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
  );
}

const statuses = [
  { value: "active", label: "Active: runs in its window" },
  { value: "paused", label: "Paused: nobody sees it; checkouts that are open keep their price" },
  { value: "draft", label: "Draft: only staff see it, and can try it in the simulator" },
];

/** Only what was published can be paused. */
export function StatusField({ field, isNew }: { field: Fields[string] | undefined; isNew: boolean }) {
  if (!field) return null;
  return (
    <fieldset id={field.id}>
      <legend className="font-semibold">Status</legend>
      {getCollectionProps(field as FieldMetadata<string>, {
        type: "radio",
        options: statuses.filter(({ value }) => !isNew || value !== "paused").map(({ value }) => value),
      }).map(({ key, ...input }) => (
        <ChoiceField key={key} {...input} label={statuses.find(({ value }) => value === input.value)?.label} />
      ))}
    </fieldset>
  );
}

/** Units or uses, in total and for one customer. */
export function LimitFields({
  kind,
  fields,
  taken,
}: {
  kind: PromotionKind;
  fields: Fields;
  taken: number | undefined;
}) {
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

/** Rarely needed, so it is folded away until it says something unusual. */
export function CompanyFields({ kind, fields }: { kind: PromotionKind; fields: Fields }) {
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
