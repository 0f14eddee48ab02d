import { SelectControl, TextControl, TwoColumns } from "~/ui/desk/controls";
import type { FieldsProps } from "../form/course-fields";
import { ScopeFields } from "../form/scope-fields";
import { saleForm } from "./form";

const { labels, options } = saleForm("");

export function SaleFields({ fields, choices }: FieldsProps) {
  return (
    <>
      <ScopeFields fields={fields} choices={choices} label={labels.courseIds} />
      <TwoColumns>
        <SelectControl
          field={fields.priceKind}
          label={labels.priceKind}
          hint="Per unit"
          options={options?.priceKind ?? []}
        />
        <TextControl field={fields.price} label={labels.price} hint="For example, 99.50, or 15 for 15%" />
      </TwoColumns>
    </>
  );
}
