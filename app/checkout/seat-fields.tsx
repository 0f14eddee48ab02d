import { getTextareaProps } from "@conform-to/react";
import { TextArea, TextField } from "~/ui/field";
import type { Fields } from "./checkout-fields";
import { mostRows } from "./seats";

/** Who the colleagues are: a row each, or a list where they are many. */
export function SeatFields({ fields: { seats, seatList }, mostSeats }: { fields: Fields; mostSeats: number }) {
  const later =
    "Leave it empty to name them later, on your order’s page. Everybody gets an e-mail with the way to their courses. Name yourself too if you are one of them.";
  if (mostSeats > mostRows)
    return (
      <TextArea
        {...getTextareaProps(seatList)}
        key={seatList.key}
        label={`Up to ${mostSeats} people, one a line: name, e-mail`}
        hint={later}
        rows={8}
        placeholder="Kim Okafor-Lund, kim@example.com"
        errors={seatList.errors}
      />
    );
  const known = seats.getFieldList();
  return (
    <fieldset id={seats.id} aria-describedby={`${seats.id}-hint`} className="space-y-3">
      <legend className="font-semibold">Who are they?</legend>
      <p id={`${seats.id}-hint`} className="text-sm text-muted">
        {later}
      </p>
      {seats.errors ? <p className="text-sm font-semibold text-wrong">{seats.errors.join(" ")}</p> : null}
      {Array.from({ length: mostSeats }, (_, index) => {
        const row = known[index]?.getFieldset();
        const [id, name] = [`${seats.id}[${index}]`, `${seats.name}[${index}]`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <div key={index} className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
            <TextField
              id={`${id}.name`}
              name={`${name}.name`}
              defaultValue={row?.name.initialValue}
              label={`Name, person ${index + 1}`}
              errors={row?.name.errors}
            />
            <TextField
              id={`${id}.email`}
              name={`${name}.email`}
              type="email"
              defaultValue={row?.email.initialValue}
              label={`E-mail, person ${index + 1}`}
              errors={row?.email.errors}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
