import { type FieldMetadata, getInputProps } from "@conform-to/react";
import { ChoiceList } from "~/ui/desk/choice-list";
import { TextField } from "~/ui/field";
import { type FieldsProps, Formats } from "./course-fields";
import { scopeLabels } from "./scope";

/** Which courses a promotion covers. The usual case, one course or a few, is open; the rest is one click away. */
export function ScopeFields({ fields, choices, label }: FieldsProps & { label: string }) {
  const { courseIds, disciplines, contentCategories, formats: chosen, approvers, creditsFrom, creditsTo } = fields;
  if (!courseIds || !disciplines || !contentCategories || !chosen || !approvers || !creditsFrom || !creditsTo)
    return null;
  const isNarrow = [disciplines, contentCategories, chosen, approvers, creditsFrom, creditsTo].some(
    ({ initialValue, errors }) => {
      return errors || (Array.isArray(initialValue) ? initialValue.length > 0 : Boolean(initialValue));
    },
  );
  return (
    <div className="space-y-4">
      <ChoiceList
        field={courseIds}
        label={label}
        hint="Leave all unchecked for every course."
        options={choices.courses}
      />
      <details open={isNarrow} className="border-l-2 border-line pl-4">
        <summary className="min-h-8 cursor-pointer py-1">
          Limit to disciplines, categories, formats, approvers, or credits
        </summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          <ChoiceList field={disciplines} label={scopeLabels.disciplines} options={choices.disciplines} />
          <ChoiceList field={contentCategories} label={scopeLabels.contentCategories} options={choices.categories} />
          <Formats field={chosen} label={scopeLabels.formats} hint="" />
          <ChoiceList field={approvers} label={scopeLabels.approvers} options={choices.approvers} />
          <Credits field={creditsFrom} label={scopeLabels.creditsFrom} />
          <Credits field={creditsTo} label={scopeLabels.creditsTo} />
        </div>
      </details>
    </div>
  );
}

function Credits({ field, label }: { field: FieldMetadata<unknown>; label: string }) {
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "text" });
  return <TextField key={key} {...input} label={label} inputMode="decimal" errors={field.errors} />;
}
