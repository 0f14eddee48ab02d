import type { FieldMetadata } from "@conform-to/react";
import { formatNames, formats } from "~/catalog/read/formats";
import { ChoiceList } from "~/ui/desk/choice-list";
import type { Choices } from "./choices";

export type Fields = Record<string, FieldMetadata<unknown>>;
/** Props of a kind's fields. */
export type FieldsProps = { fields: Fields; choices: Choices };

type Field = { field: FieldMetadata<unknown> | undefined; label: string; hint?: string };

export const formatOptions = formats.map((format) => ({ value: format, label: formatNames[format] }));

export function Courses({ field, choices, label, hint, isSingle }: Field & { choices: Choices; isSingle?: boolean }) {
  return field ? (
    <ChoiceList field={field} label={label} hint={hint} options={choices.courses} isSingle={isSingle} />
  ) : null;
}

export function Formats({ field, label, hint = "Leave all unchecked for any format." }: Field) {
  return field ? <ChoiceList field={field} label={label} hint={hint} options={formatOptions} /> : null;
}
