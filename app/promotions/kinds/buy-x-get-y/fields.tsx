import { TextControl } from "~/ui/desk/controls";
import { Courses, type FieldsProps } from "../../units/form/course-fields";
import { ScopeFields } from "../../units/form/scope-fields";
import { buyXGetYForm } from "./form";

const { labels } = buyXGetYForm;

export function BuyXGetYFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <ScopeFields fields={fields} choices={choices} label={labels.courseIds} />
      <div className="grid gap-6 sm:grid-cols-4">
        <TextControl field={fields.buy} label={labels.buy} hint="Units" isNumber />
        <TextControl field={fields.get} label={labels.get} hint="Units" isNumber />
        <TextControl field={fields.discount} label={labels.discount} hint="100 is free" />
        <TextControl field={fields.maximumSets} label={labels.maximumSets} hint="Leave empty for no limit" isNumber />
      </div>
      <Courses
        field={fields.rewardCourseIds}
        choices={choices}
        label={labels.rewardCourseIds}
        hint="Leave all unchecked to discount the cheapest of the courses bought."
      />
    </>
  );
}
