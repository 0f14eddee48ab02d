import { TextControl } from "~/ui/desk/controls";
import { Courses, type FieldsProps, Formats } from "../../units/form/course-fields";
import { ScopeFields } from "../../units/form/scope-fields";
import { giftForm } from "./form";

const { labels } = giftForm;

export function GiftFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <Courses field={fields.giftCourseId} choices={choices} label={labels.giftCourseId} isSingle />
      <Formats field={fields.giftFormats} label={labels.giftFormats} />
      <TextControl
        field={fields.minimumSpend}
        label={labels.minimumSpend}
        hint="At sale prices, without the free course"
      />
      <ScopeFields fields={fields} choices={choices} label={labels.courseIds} />
    </>
  );
}
