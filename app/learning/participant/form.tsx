import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Participant } from "./participant";

type Props = {
  participant?: { name: string; email: string };
  /** After an attempt, only the spelling may change. */
  spellingOnly: boolean;
  result?: SubmissionResult<string[]>;
};

/** Names the learner. Works without JavaScript; with it, errors show before submitting. */
export function ParticipantForm({ participant, spellingOnly, result }: Props) {
  const [form, fields] = useForm({
    id: "learner",
    lastResult: result,
    defaultValue: participant,
    constraint: getZodConstraint(Participant),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: Participant }),
    shouldRevalidate: "onInput",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-lg space-y-5">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, fields.name, fields.email])} />
      <TextField
        {...getInputProps(fields.name, { type: "text" })}
        label="Name on the certificate"
        hint="As it appears in your registry. Any alphabet is fine."
        errors={fields.name.errors}
        autoComplete="name"
        maxLength={undefined}
      />
      <TextField
        {...getInputProps(fields.email, { type: "email" })}
        label="Learner’s e-mail"
        hint={
          spellingOnly
            ? "The test was started with this address, so it can’t change."
            : `One certificate per person for each course.${participant ? " If you change it, links sent before stop working, and we’ll e-mail a new one." : ""}`
        }
        errors={fields.email.errors}
        autoComplete="email"
        readOnly={spellingOnly}
        maxLength={undefined}
      />
      <Button>{participant ? "Save changes" : "Save learner"}</Button>
    </Form>
  );
}
