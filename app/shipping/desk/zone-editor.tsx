import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { ChoiceList } from "~/ui/desk/choice-list";
import { TextControl } from "~/ui/desk/controls";
import { ErrorSummary, type Option, TextField } from "~/ui/field";
import { formatPounds, parseWeight } from "../weight";
import type { shippingZoneFields } from "./zone-form";

type Fields = ReturnType<typeof shippingZoneFields>;
type Props = {
  /** The saved values; none for a new zone. */
  fields?: Fields;
  regions: Option[];
  reply: SubmissionResult | undefined;
  isConflict?: boolean;
  /** Hidden fields to send along. */
  children: ReactNode;
};

export function ShippingZoneEditor({ fields: defaultValue, regions, reply, isConflict, children }: Props) {
  const isBusy = useNavigation().state !== "idle";
  const [form, fields] = useForm<Fields>({ id: "zone", lastResult: reply, defaultValue });
  const problems = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.filter(Boolean).map((message) => ({ id: idOf(name), message })),
  );
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-6">
      {isConflict ? null : <ErrorSummary problems={problems} />}
      {children}
      <TextControl field={fields.name} label="Name" hint="Shown to shoppers next to the price, like “Canada”" />
      <ChoiceList
        field={fields.regions as FieldMetadata<unknown>}
        label="Regions"
        hint="A country covers those of its states that aren’t in another zone."
        options={regions}
      />
      <RateFields field={fields.rates} />
      <Button disabled={isBusy}>
        {isConflict ? "Replace with my version" : defaultValue ? "Save zone" : "Create zone"}
      </Button>
    </Form>
  );
}

/** The id of a field below: "zone-rates-0-price" for "rates[0].price". */
function idOf(name: string): string {
  const row = /^rates\[(\d+)\]\.(\w+)$/.exec(name);
  return row ? `zone-rates-${row[1]}-${row[2]}` : `zone-${name.replace(/\[.*$/, "")}`;
}

/** How many rows the form shows, including empty ones. */
const usualRows = 6;

function RateFields({ field }: { field: FieldMetadata<Fields["rates"]> }) {
  const known = field.getFieldList();
  const rows = Array.from({ length: Math.max(usualRows, Math.min(known.length + 2, 20)) }, (_, index) => index);
  return (
    <fieldset
      id="zone-rates"
      aria-describedby={field.errors ? "zone-rates-error" : "zone-rates-hint"}
      className="space-y-2"
    >
      <legend className="font-semibold">Rates</legend>
      <p id="zone-rates-hint" className="text-sm text-muted">
        Enter each weight limit, including packaging, and its price. Use grams or kilograms (500 g, 1.2 kg) or pounds
        and ounces (1 lb 4 oz); weights are saved in grams. The highest is the most a parcel can weigh.
      </p>
      {field.errors ? (
        <p id="zone-rates-error" className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      {rows.map((index) => {
        const row = known[index]?.getFieldset();
        const grams = parseWeight(row?.upTo.value ?? row?.upTo.initialValue ?? "");
        return (
          <div key={index} className="grid grid-cols-2 items-end gap-x-4 gap-y-1 sm:grid-cols-[1fr_1fr_6rem]">
            <TextField
              id={`zone-rates-${index}-upTo`}
              name={`rates[${index}].upTo`}
              defaultValue={row?.upTo.initialValue}
              label={index === 0 ? "Up to" : <span className="sr-only">Up to, rate {index + 1}</span>}
              errors={row?.upTo.errors}
            />
            <TextField
              id={`zone-rates-${index}-price`}
              name={`rates[${index}].price`}
              defaultValue={row?.price.initialValue}
              label={index === 0 ? "Price ($)" : <span className="sr-only">Price ($), rate {index + 1}</span>}
              errors={row?.price.errors}
              inputMode="decimal"
            />
            <p className="tabular col-span-2 text-sm text-muted sm:col-span-1 sm:pb-3">
              {grams ? `= ${formatPounds(grams)}` : ""}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
