import { getCollectionProps, getInputProps, getTextareaProps } from "@conform-to/react";
import { ChoiceField, TextAreaField, TextField } from "~/ui/field";
import type { Fields } from "../form/fields";
import { SeatFields } from "./seat-fields";

type Props = { fields: Fields; maximumSeats: number };

const choices = [
  { value: "self", label: "For me" },
  { value: "gift", label: "A gift for someone else" },
  { value: "colleagues", label: "For colleagues: one unit of each course per person" },
];

/** Who the courses are for. Fields of the other choices are hidden by CSS alone, so this works without JavaScript. */
export function PurposeFields({ fields, maximumSeats }: Props) {
  const { purpose } = fields;
  const radios = getCollectionProps(purpose, { type: "radio", options: choices.map(({ value }) => value) });
  return (
    <div className="space-y-6">
      <fieldset id={purpose.id} aria-describedby={purpose.errors ? `${purpose.id}-error` : undefined}>
        <legend className="font-semibold">Who are the courses for?</legend>
        {purpose.errors ? (
          <p id={`${purpose.id}-error`} className="text-sm font-semibold text-wrong">
            {purpose.errors.join(" ")}
          </p>
        ) : null}
        {radios.map(({ key, ...radio }, index) => (
          <ChoiceField key={key} {...radio} label={choices[index]?.label} />
        ))}
      </fieldset>
      <div className="space-y-6 border-l-2 border-line-strong pl-4 group-not-has-[[value=gift]:checked]/checkout:hidden">
        <GiftFields field={fields.recipient} />
      </div>
      <div className="space-y-4 border-l-2 border-line-strong pl-4 group-not-has-[[value=colleagues]:checked]/checkout:hidden">
        <SeatFields fields={fields} maximumSeats={maximumSeats} />
      </div>
    </div>
  );
}

function GiftFields({ field }: { field: Fields["recipient"] }) {
  const { name, email, message } = field.getFieldset();
  return (
    <>
      <TextField
        {...getInputProps(name, { type: "text" })}
        key={name.key}
        label="Recipient’s name"
        hint="Printed on the certificate. The recipient can correct the spelling."
        errors={name.errors}
      />
      <TextField
        {...getInputProps(email, { type: "email" })}
        key={email.key}
        label="Recipient’s e-mail"
        hint="After you pay, we e-mail a link to the first unit of each course. Before the post-test, they confirm that it’s them."
        errors={email.errors}
      />
      <TextAreaField
        {...getTextareaProps(message)}
        key={message.key}
        label="Message (optional)"
        hint="Up to 500 characters. Included in our e-mail to the recipient."
        rows={4}
        errors={message.errors}
      />
    </>
  );
}
