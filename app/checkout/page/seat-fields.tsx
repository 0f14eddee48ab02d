import { getInputProps, getTextareaProps } from "@conform-to/react";
import { TextAreaField, TextField } from "~/ui/field";
import type { Fields } from "../form/fields";
import { maximumRows } from "../form/seats";

/** The colleagues: one row each, or a list if there are many. */
export function SeatFields({ fields: { seats, seatList }, maximumSeats }: { fields: Fields; maximumSeats: number }) {
  const hint =
    "Leave blank to add names later on your order page. Each learner gets an e-mail with a link to their courses, and confirms there before the post-test. Include yourself if you are one of them.";
  if (maximumSeats > maximumRows)
    return (
      <TextAreaField
        {...getTextareaProps(seatList)}
        key={seatList.key}
        label={`Up to ${maximumSeats} people, one per line: name, e-mail`}
        hint={hint}
        rows={8}
        placeholder="Kim Okafor-Lund, kim@example.com"
        errors={seatList.errors}
      />
    );
  return (
    <fieldset id={seats.id} aria-describedby={`${seats.id}-hint`} className="space-y-3">
      <legend className="font-semibold">Colleagues</legend>
      <p id={`${seats.id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      {seats.errors ? <p className="text-sm font-semibold text-wrong">{seats.errors.join(" ")}</p> : null}
      {seats.getFieldList().map((seat, index) => {
        const { name, email } = seat.getFieldset();
        return (
          <div key={seat.key} className="grid gap-x-4 gap-y-2 sm:grid-cols-2 sm:items-end">
            <TextField
              {...getInputProps(name, { type: "text" })}
              key={name.key}
              label={`Learner ${index + 1} name`}
              errors={name.errors}
            />
            <TextField
              {...getInputProps(email, { type: "email" })}
              key={email.key}
              label={`Learner ${index + 1} e-mail`}
              errors={email.errors}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
