import { type FieldMetadata, getInputProps, getSelectProps } from "@conform-to/react";
import { type Option, SelectField, TextField } from "~/ui/field";

type Part = "name" | "line1" | "line2" | "city" | "state" | "postalCode" | "country";
type Props = {
  /** The fields of a `MailingAddress`. */
  fields: Record<Part, FieldMetadata<unknown>>;
  /** The countries the shop mails to: see `readCountriesServed`. */
  countries: Option[];
};

/** A mailing address with browser autofill. The first country is selected unless the form has another. */
export function AddressFields({ fields, countries }: Props) {
  const part = (name: Part, autoComplete: string) => {
    const field = fields[name] as FieldMetadata<string>;
    // No maxLength: browsers truncate pasted text silently; the form reports what is too long.
    const { key, maxLength: _, ...input } = getInputProps(field, { type: "text" });
    return { ...input, autoComplete: `shipping ${autoComplete}`, errors: field.errors };
  };
  const { key, ...country } = getSelectProps(fields.country as FieldMetadata<string>);
  return (
    <div className="space-y-5">
      <TextField {...part("name", "name")} label="Full name for delivery" />
      <SelectField
        key={key}
        {...country}
        label="Country"
        options={countries}
        errors={fields.country.errors}
        autoComplete="shipping country"
      />
      <TextField {...part("line1", "address-line1")} label="Street address or PO box" />
      <TextField {...part("line2", "address-line2")} label="Apartment, suite, or floor (optional)" />
      <TextField {...part("city", "address-level2")} label="City" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...part("state", "address-level1")} label="State or province" />
        <TextField {...part("postalCode", "postal-code")} label="ZIP or postal code" autoCapitalize="characters" />
      </div>
    </div>
  );
}
