import { formatNames, formats } from "~/catalog/read/formats";
import { ChoiceList } from "~/ui/desk/choice-list";
import type { OneField } from "~/ui/desk/controls";
import type { Choices } from "./choices.server";

export const formatOptions = formats.map((format) => ({ value: format, label: formatNames[format] }));

export function Courses({
  field,
  choices,
  label,
  hint,
  isSingle,
}: OneField & { choices: Choices; isSingle?: boolean }) {
  return field ? (
    <ChoiceList field={field} label={label} hint={hint} options={choices.courses} isSingle={isSingle} />
  ) : null;
}

export function Formats({ field, hint = "None ticked: any format." }: { field: OneField["field"]; hint?: string }) {
  return field ? <ChoiceList field={field} label="Formats" hint={hint} options={formatOptions} /> : null;
}
