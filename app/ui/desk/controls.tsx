import { type FieldMetadata, getInputProps, getSelectProps } from "@conform-to/react";
import type { ReactNode } from "react";
import { ChoiceField, SelectField, TextField } from "~/ui/field";

export type OneField = { field: FieldMetadata<unknown> | undefined; label: string; hint?: string };

export function Text({ field, label, hint, isNumber }: OneField & { isNumber?: boolean }) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "text" });
  return (
    <TextField
      key={key}
      {...input}
      label={label}
      hint={hint}
      errors={field.errors}
      inputMode={isNumber ? "numeric" : undefined}
    />
  );
}

export function Choice({ field, label, hint, options }: OneField & { options: { value: string; label: string }[] }) {
  if (!field) return null;
  const { key, ...select } = getSelectProps(field as FieldMetadata<string>);
  return <SelectField key={key} {...select} label={label} hint={hint} options={options} errors={field.errors} />;
}

export function Tick({ field, label }: OneField) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "checkbox" });
  // The same elements with and without an error: a box that is made anew would forget its tick.
  return (
    <div>
      {field.errors ? (
        <p id={`${field.id}-error`} className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      <ChoiceField
        key={key}
        {...input}
        label={label}
        aria-describedby={field.errors ? `${field.id}-error` : undefined}
      />
    </div>
  );
}

export function Pair({ children }: { children: ReactNode }) {
  return <div className="grid gap-6 sm:grid-cols-2">{children}</div>;
}
