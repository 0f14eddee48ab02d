import type { FieldMetadata } from "@conform-to/react";
import { TextField } from "~/ui/field";

/** Empty steps below those that are there; five are enough for people to understand. */
const usualSteps = 5;

export function TierFields({ field }: { field: FieldMetadata<unknown> | undefined }) {
  if (!field) return null;
  const rows = field as FieldMetadata<{ quantity: string; discount: string }[]>;
  const known = rows.getFieldList();
  const steps = Array.from({ length: Math.max(usualSteps, Math.min(known.length + 1, 20)) }, (_, index) => index);
  const typed = (index: number) => known[index]?.getFieldset();
  return (
    <fieldset id={field.id} aria-describedby={field.errors ? `${field.id}-error` : undefined} className="space-y-2">
      <legend className="font-semibold">Steps</legend>
      <p className="text-sm text-muted">Leave what you don’t need empty. The highest step that is reached counts.</p>
      {field.errors ? (
        <p id={`${field.id}-error`} className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      {steps.map((index) => {
        const row = typed(index);
        const name = `${rows.name}[${index}]`;
        return (
          <div key={index} className="grid grid-cols-2 gap-4">
            <TextField
              id={`${field.id}-${index}-quantity`}
              name={`${name}.quantity`}
              defaultValue={row?.quantity.initialValue}
              label={index === 0 ? "From units" : <span className="sr-only">From units, step {index + 1}</span>}
              errors={row?.quantity.errors}
              inputMode="numeric"
            />
            <TextField
              id={`${field.id}-${index}-discount`}
              name={`${name}.discount`}
              defaultValue={row?.discount.initialValue}
              label={index === 0 ? "Off each, %" : <span className="sr-only">Off each, %, step {index + 1}</span>}
              errors={row?.discount.errors}
              inputMode="decimal"
            />
          </div>
        );
      })}
    </fieldset>
  );
}
