import { getCollectionProps, getFormProps, getInputProps, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { ChoiceField, ErrorSummary, TextField } from "~/ui/field";
import type { SaleAnswer } from "./edit-sale.server";
import { SaleConflict } from "./sale-conflict";
import type { SalePageData } from "./sales.server";

type Fields = SalePageData["fields"];

/** The form of a sale. What is typed survives every refusal. */
export function SaleEditor({ data, answer }: { data: SalePageData; answer: SaleAnswer | undefined }) {
  const { sale, timeZone } = data;
  const isBusy = useNavigation().state !== "idle";
  const [form, fields] = useForm<Fields>({ lastResult: answer?.reply, defaultValue: data.fields });
  const { name, price, limit, perCustomer, startsAt, endsAt, status, isFeatured } = fields;
  const problems = [name, price, limit, perCustomer, startsAt, endsAt, status].flatMap(({ id, errors }) =>
    (errors ?? []).map((message) => ({ id, message })),
  );
  const [active, paused] = getCollectionProps(status, { type: "radio", options: ["active", "paused"] });
  const { key: featuredKey, ...featuredProps } = getInputProps(isFeatured, { type: "checkbox" });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-6">
      {answer?.conflict ? (
        <SaleConflict conflict={answer.conflict} typed={answer.reply.initialValue ?? {}} timeZone={timeZone} />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="version" value={answer?.conflict?.version ?? sale.version} />
      <TextField
        {...getInputProps(name, { type: "text" })}
        key={name.key}
        label="Name"
        hint="As shoppers read it; if it says the price, change both"
        errors={name.errors}
      />
      <div className="grid gap-6 sm:grid-cols-3">
        <TextField
          {...getInputProps(price, { type: "text" })}
          key={price.key}
          label="Price, $"
          hint={`Below ${formatCents(sale.regularPrice)}`}
          inputMode="decimal"
          errors={price.errors}
        />
        <TextField
          {...getInputProps(limit, { type: "text" })}
          key={limit.key}
          label="Units in total"
          hint={`${sale.sold + sale.held} or more`}
          inputMode="numeric"
          errors={limit.errors}
        />
        <TextField
          {...getInputProps(perCustomer, { type: "text" })}
          key={perCustomer.key}
          label="Per customer"
          hint="Empty: no limit"
          inputMode="numeric"
          errors={perCustomer.errors}
        />
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          {...getInputProps(startsAt, { type: "datetime-local" })}
          key={startsAt.key}
          label="Starts"
          hint={`In the shop’s time zone, ${timeZone}`}
          errors={startsAt.errors}
        />
        <TextField
          {...getInputProps(endsAt, { type: "datetime-local" })}
          key={endsAt.key}
          label="Ends"
          hint="From this minute on the price is regular again"
          errors={endsAt.errors}
        />
      </div>
      <fieldset id={status.id}>
        <legend className="font-semibold">Status</legend>
        <ChoiceField {...active} key="active" label="Active: sold in its window while units last" />
        <ChoiceField
          {...paused}
          key="paused"
          label="Paused: nobody sees it; checkouts that are open keep their price"
        />
      </fieldset>
      <ChoiceField {...featuredProps} key={featuredKey} label="Featured: shown in the banner while it runs" />
      <Button disabled={isBusy}>{answer?.conflict ? "Save what I typed over it" : "Save"}</Button>
    </Form>
  );
}
