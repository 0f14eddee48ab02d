import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { formatPounds } from "../weight";

/** The weight of an empty parcel. */
export function PackagingEditor({ grams, reply }: { grams: number; reply: SubmissionResult | undefined }) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { packaging }] = useForm<{ packaging: string }>({
    id: "packaging-form",
    lastResult: reply,
    defaultValue: { packaging: `${grams} g` },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-4">
      <ErrorSummary problems={problemsOf([packaging])} />
      <input type="hidden" name="from" value={grams} />
      <TextField
        {...getInputProps(packaging, { type: "text" })}
        key={packaging.key}
        label="Packaging weight"
        hint={`${grams} g is ${formatPounds(grams)}. Added to the weight of the books in every parcel.`}
        errors={packaging.errors}
      />
      <Button look="quiet" disabled={isBusy}>
        Save packaging
      </Button>
    </Form>
  );
}
