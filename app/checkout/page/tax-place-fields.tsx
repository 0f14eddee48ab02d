import { getInputProps, getSelectProps } from "@conform-to/react";
import { type Option, SelectField, TextField } from "~/ui/field";
import type { Fields } from "../form/fields";

/** The buyer's location, as far as sales tax needs it. */
export function TaxPlaceFields({ field, countries }: { field: Fields["taxPlace"]; countries: Option[] }) {
  const { country, state, postalCode } = field.getFieldset();
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        {...getSelectProps(country)}
        key={country.key}
        label="Country"
        options={countries}
        errors={country.errors}
        autoComplete="billing country"
        className="sm:col-span-2"
      />
      <TextField
        {...getInputProps(state, { type: "text" })}
        key={state.key}
        label="State or province"
        errors={state.errors}
        autoComplete="billing address-level1"
      />
      <TextField
        {...getInputProps(postalCode, { type: "text" })}
        key={postalCode.key}
        label="ZIP or postal code"
        errors={postalCode.errors}
        autoComplete="billing postal-code"
      />
    </div>
  );
}
