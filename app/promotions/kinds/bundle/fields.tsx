import { TextControl, TwoColumns } from "~/ui/desk/controls";
import { Courses, type FieldsProps, Formats } from "../../units/form/course-fields";
import { bundleForm } from "./form";

const { labels } = bundleForm;

export function BundleFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <Courses
        field={fields.courseIds}
        choices={choices}
        label={labels.courseIds}
        hint="Choose two or more; one unit of each makes a set."
      />
      <Formats field={fields.formats} label={labels.formats} />
      <TwoColumns>
        <TextControl field={fields.price} label={labels.price} hint="For example, 150.00" />
        <TextControl field={fields.maximumSets} label={labels.maximumSets} hint="Leave empty for no limit" isNumber />
      </TwoColumns>
    </>
  );
}
