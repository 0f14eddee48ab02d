import { CheckboxControl, SelectControl, TextControl, TwoColumns } from "~/ui/desk/controls";
import type { FieldsProps } from "../../units/form/course-fields";
import { ScopeFields } from "../../units/form/scope-fields";
import { couponForm } from "./form";

const { labels, options } = couponForm;

export function CouponFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <TextControl
        field={fields.codes}
        label="Codes"
        hint="Separate codes with commas. Leave empty to generate codes in bulk later."
      />
      <TwoColumns>
        <SelectControl
          field={fields.discountKind}
          label={labels.discountKind}
          hint="Off the price of the courses"
          options={options.discountKind}
        />
        <TextControl field={fields.discount} label={labels.discount} hint="For example, 10 for 10%, or 10.00" />
      </TwoColumns>
      <ScopeFields fields={fields} choices={choices} label={labels.courseIds} />
      <TextControl
        field={fields.minimumSpend}
        label={labels.minimumSpend}
        hint="For these courses, after sales. Leave empty for none"
      />
      <CheckboxControl field={fields.firstOrderOnly} label={labels.firstOrderOnly} />
    </>
  );
}
