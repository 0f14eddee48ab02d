import { type FieldMetadata, getInputProps, getSelectProps } from "@conform-to/react";
import type { ReactNode } from "react";
import { ChoiceField, SelectField, TextField } from "~/ui/field";

export type ControlProps = { field: FieldMetadata<unknown> | undefined; label: string; hint?: string };

export function TextControl({ field, label, hint, isNumber }: ControlProps & { isNumber?: boolean }) {
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

export function SelectControl({
  field,
  label,
  hint,
  options,
}: ControlProps & { options: { value: string; label: string }[] }) {
  if (!field) return null;
  const { key, ...select } = getSelectProps(field as FieldMetadata<string>);
  return <SelectField key={key} {...select} label={label} hint={hint} options={options} errors={field.errors} />;
}

export function CheckboxControl({ field, label }: ControlProps) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "checkbox" });
  // The same elements with and without an error: a re-created checkbox would lose its state.
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

export function TwoColumns({ children }: { children: ReactNode }) {
  return <div className="grid gap-6 sm:grid-cols-2">{children}</div>;
}
