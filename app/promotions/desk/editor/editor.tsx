import { type FieldMetadata, getFormProps, getInputProps, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Text, Tick } from "~/ui/desk/controls";
import { ErrorSummary } from "~/ui/field";
import { isCounted, type PromotionKind } from "../../kinds/kinds";
import type { Fields } from "../../units/form/scope-fields";
import { canBeFeatured } from "../kinds";
import type { Choices } from "./choices.server";
import { CompanyFields, LimitFields, StatusField, WindowFields } from "./common-fields";
import { PromotionConflict } from "./conflict";
import type { PromotionAnswer } from "./save.server";
import { TermsFields } from "./terms-fields";

type Props = {
  kind: PromotionKind;
  timeZone: string;
  choices: Choices;
  fields: Record<string, unknown>;
  answer: PromotionAnswer | undefined;
  /** Present where a promotion is edited; a new one has none. */
  saved?: { version: number; taken: number };
};

/** The form of a promotion of any kind. What is typed survives every refusal. */
export function PromotionEditor({ kind, timeZone, choices, fields: defaultValue, answer, saved }: Props) {
  const isBusy = useNavigation().state !== "idle";
  const [form, typedFields] = useForm<Record<string, unknown>>({
    id: "promotion",
    lastResult: answer?.reply,
    defaultValue: defaultValue as Record<string, string>,
  });
  const fields = typedFields as unknown as Fields;
  const conflict = answer?.conflict;
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-6">
      {conflict ? (
        <PromotionConflict
          conflict={conflict}
          typed={answer?.reply?.initialValue ?? {}}
          timeZone={timeZone}
          choices={choices}
        />
      ) : (
        <ErrorSummary problems={problemsIn(form.allErrors, fields)} />
      )}
      {saved ? (
        <input type="hidden" name="version" value={conflict?.version ?? saved.version} />
      ) : (
        <Id field={fields.id} />
      )}
      <TermsFields kind={kind} fields={fields} choices={choices} />
      {isCounted(kind) ? <LimitFields kind={kind} fields={fields} taken={saved?.taken} /> : null}
      <WindowFields fields={fields} timeZone={timeZone} />
      <Text field={fields.name} label="Name" hint="As shoppers read it. Left empty, it says what it does" />
      <StatusField field={fields.status} isNew={!saved} />
      {canBeFeatured(kind) ? (
        <Tick field={fields.isFeatured} label="Featured: shown in the banner while it runs" />
      ) : null}
      <CompanyFields kind={kind} fields={fields} />
      <Button disabled={isBusy}>
        {conflict ? "Save what I typed over it" : saved ? "Save" : "Create the promotion"}
      </Button>
    </Form>
  );
}

/** What the new promotion will be called by the database. */
function Id({ field }: { field: Fields[string] | undefined }) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "hidden" });
  return <input key={key} {...input} />;
}

/** Every message once, with the field that it leads to. */
function problemsIn(errors: Record<string, string[]>, fields: Fields) {
  return Object.entries(errors).flatMap(([name, messages]) =>
    messages.filter(Boolean).map((message) => ({ id: fields[name.replace(/[[.].*$/, "")]?.id, message })),
  );
}
