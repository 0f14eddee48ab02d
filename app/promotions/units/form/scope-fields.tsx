import type { FieldMetadata } from "@conform-to/react";
import { getInputProps } from "@conform-to/react";
import { ChoiceList } from "~/ui/desk/choice-list";
import { Formats } from "~/ui/desk/controls";
import { TextField } from "~/ui/field";
import type { Choices } from "../../desk/editor/choices.server";

export type Fields = Record<string, FieldMetadata<unknown>>;
type Props = { fields: Fields; choices: Choices; label: string };

/** Which courses a promotion is about. The usual case, a course or some, stands open; the rest is one click away. */
export function ScopeFields({ fields, choices, label }: Props) {
  const { courseIds, disciplines, contentCategories, formats: chosen, approvers } = fields;
  const { creditsFrom, creditsTo } = fields as Record<string, FieldMetadata<string>>;
  if (!courseIds || !disciplines || !contentCategories || !chosen || !approvers || !creditsFrom || !creditsTo)
    return null;
  const isNarrow = [disciplines, contentCategories, chosen, approvers, creditsFrom, creditsTo].some(
    ({ initialValue, errors }) => {
      return errors || (Array.isArray(initialValue) ? initialValue.length > 0 : Boolean(initialValue));
    },
  );
  return (
    <div className="space-y-4">
      <ChoiceList field={courseIds} label={label} hint="None ticked: every course." options={choices.courses} />
      <details open={isNarrow} className="border-l-2 border-line pl-4">
        <summary className="min-h-8 cursor-pointer py-1">
          Only some disciplines, categories, formats, approvers or credits
        </summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          <ChoiceList field={disciplines} label="Disciplines" options={choices.disciplines} />
          <ChoiceList field={contentCategories} label="Content categories" options={choices.categories} />
          <Formats field={chosen} hint="" />
          <ChoiceList field={approvers} label="Approved by" options={choices.approvers} />
          <TextField
            {...getInputProps(creditsFrom, { type: "text" })}
            key={creditsFrom.key}
            label="Credits from"
            inputMode="decimal"
            errors={creditsFrom.errors}
          />
          <TextField
            {...getInputProps(creditsTo, { type: "text" })}
            key={creditsTo.key}
            label="Credits to"
            inputMode="decimal"
            errors={creditsTo.errors}
          />
        </div>
      </details>
    </div>
  );
}
