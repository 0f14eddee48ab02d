import { type FieldMetadata, getInputProps, getSelectProps } from "@conform-to/react";
import { type Option, SelectField, TextField } from "~/ui/field";

type Part = "name" | "line1" | "line2" | "city" | "state" | "postalCode" | "country";
type Props = {
  /** The fields of a `MailingAddress`. */
  fields: Record<Part, FieldMetadata<unknown>>;
  /** Where the shop mails to: see `readCountriesServed`. */
  countries: Option[];
};

/** Where a parcel goes, with what a browser needs to fill it in. The first country is chosen unless the form knows another. */
export function AddressFields({ fields, countries }: Props) {
  const part = (name: Part, autoComplete: string) => {
    const field = fields[name] as FieldMetadata<string>;
    // No maxLength: what a browser cuts off while pasting nobody notices; the form says what is too long.
    const { key, maxLength: _, ...input } = getInputProps(field, { type: "text" });
    return { ...input, autoComplete: `shipping ${autoComplete}`, errors: field.errors };
  };
  const { key, ...country } = getSelectProps(fields.country as FieldMetadata<string>);
  return (
    <div className="space-y-5">
      <TextField {...part("name", "name")} label="Name on the parcel" />
      <SelectField
        key={key}
        {...country}
        label="Country"
        options={countries}
        errors={fields.country.errors}
        autoComplete="shipping country"
      />
      <TextField {...part("line1", "address-line1")} label="Street or P.O. box" />
      <TextField {...part("line2", "address-line2")} label="Apartment, suite, floor (if any)" />
      <TextField {...part("city", "address-level2")} label="City" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...part("state", "address-level1")} label="State or province" />
        <TextField {...part("postalCode", "postal-code")} label="ZIP or postal code" autoCapitalize="characters" />
      </div>
    </div>
  );
}
