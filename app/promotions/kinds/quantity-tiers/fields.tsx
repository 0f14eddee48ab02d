import type { FieldMetadata } from "@conform-to/react";
import { SelectControl } from "~/ui/desk/controls";
import { TextField } from "~/ui/field";
import type { FieldsProps } from "../../units/form/course-fields";
import { ScopeFields } from "../../units/form/scope-fields";
import { quantityTiersForm } from "./form";

const { labels, options } = quantityTiersForm;

export function QuantityTiersFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <ScopeFields fields={fields} choices={choices} label={labels.courseIds} />
      <SelectControl field={fields.count} label={labels.count} options={options.count} />
      <TierFields field={fields.tiers} />
    </>
  );
}

/** Rows to show, with empty ones after the filled ones. */
const usualTiers = 5;

function TierFields({ field }: { field: FieldMetadata<unknown> | undefined }) {
  if (!field) return null;
  const rows = field as FieldMetadata<{ quantity: string; discount: string }[]>;
  const known = rows.getFieldList();
  const tiers = Array.from({ length: Math.max(usualTiers, Math.min(known.length + 1, 20)) }, (_, index) => index);
  const typed = (index: number) => known[index]?.getFieldset();
  return (
    <fieldset id={field.id} aria-describedby={field.errors ? `${field.id}-error` : undefined} className="space-y-2">
      <legend className="font-semibold">{labels.tiers}</legend>
      <p className="text-sm text-muted">Leave rows you don’t need empty. The highest tier reached counts.</p>
      {field.errors ? (
        <p id={`${field.id}-error`} className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      {tiers.map((index) => {
        const row = typed(index);
        const name = `${rows.name}[${index}]`;
        return (
          <div key={index} className="grid grid-cols-2 gap-4">
            <TextField
              id={`${field.id}-${index}-quantity`}
              name={`${name}.quantity`}
              defaultValue={row?.quantity.initialValue}
              label={
                index === 0 ? "Minimum quantity" : <span className="sr-only">Minimum quantity, tier {index + 1}</span>
              }
              errors={row?.quantity.errors}
              inputMode="numeric"
            />
            <TextField
              id={`${field.id}-${index}-discount`}
              name={`${name}.discount`}
              defaultValue={row?.discount.initialValue}
              label={index === 0 ? "Percentage off" : <span className="sr-only">Percentage off, tier {index + 1}</span>}
              errors={row?.discount.errors}
              inputMode="decimal"
            />
          </div>
        );
      })}
    </fieldset>
  );
}
