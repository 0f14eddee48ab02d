import { Choice, Pair, Text, Tick } from "~/ui/desk/controls";
import type { FieldsProps } from "../../units/form/course-fields";
import { ScopeFields } from "../../units/form/scope-fields";
import { couponForm } from "./form";

const { labels, options } = couponForm;

export function CouponFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <Text
        field={fields.codes}
        label="Codes"
        hint="Separate codes with commas. Leave empty to generate codes in bulk later."
      />
      <Pair>
        <Choice
          field={fields.discountKind}
          label={labels.discountKind}
          hint="Off the price of the courses"
          options={options.discountKind}
        />
        <Text field={fields.discount} label={labels.discount} hint="For example, 10 for 10%, or 10.00" />
      </Pair>
      <ScopeFields fields={fields} choices={choices} label={labels.courseIds} />
      <Text
        field={fields.minimumSpend}
        label={labels.minimumSpend}
        hint="For these courses, after sales. Leave empty for none"
      />
      <Tick field={fields.firstOrderOnly} label={labels.firstOrderOnly} />
    </>
  );
}
