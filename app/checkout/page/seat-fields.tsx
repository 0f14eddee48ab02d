import { getInputProps, getTextareaProps } from "@conform-to/react";
import { TextAreaField, TextField } from "~/ui/field";
import type { Fields } from "../form/fields";
import { maximumRows } from "../form/seats";

/** Who the colleagues are: a row each, or a list where they are many. */
export function SeatFields({ fields: { seats, seatList }, maximumSeats }: { fields: Fields; maximumSeats: number }) {
  const later =
    "Leave it empty to name them later, on your order’s page. Everybody gets an e-mail with the way to their courses. Name yourself too if you are one of them.";
  if (maximumSeats > maximumRows)
    return (
      <TextAreaField
        {...getTextareaProps(seatList)}
        key={seatList.key}
        label={`Up to ${maximumSeats} people, one a line: name, e-mail`}
        hint={later}
        rows={8}
        placeholder="Kim Okafor-Lund, kim@example.com"
        errors={seatList.errors}
      />
    );
  return (
    <fieldset id={seats.id} aria-describedby={`${seats.id}-hint`} className="space-y-3">
      <legend className="font-semibold">Who are they?</legend>
      <p id={`${seats.id}-hint`} className="text-sm text-muted">
        {later}
      </p>
      {seats.errors ? <p className="text-sm font-semibold text-wrong">{seats.errors.join(" ")}</p> : null}
      {seats.getFieldList().map((seat, index) => {
        const { name, email } = seat.getFieldset();
        return (
          <div key={seat.key} className="grid gap-x-4 gap-y-2 sm:grid-cols-2 sm:items-end">
            <TextField
              {...getInputProps(name, { type: "text" })}
              key={name.key}
              label={`Name, person ${index + 1}`}
              errors={name.errors}
            />
            <TextField
              {...getInputProps(email, { type: "email" })}
              key={email.key}
              label={`E-mail, person ${index + 1}`}
              errors={email.errors}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
