import { type FieldMetadata, getFormProps, getInputProps, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CheckboxControl, TextControl } from "~/ui/desk/controls";
import { ErrorSummary } from "~/ui/field";
import { KindFields } from "../../kinds/kind-fields";
import type { PromotionKind } from "../../kinds/kinds";
import type { Choices } from "../../units/form/choices";
import type { Fields } from "../../units/form/course-fields";
import { CombinationFields, LimitFields, StatusField, WindowFields } from "./common-fields";
import { PromotionConflict } from "./conflict";
import { canBeFeatured } from "./form";
import { commonLabels } from "./labels";
import type { PromotionAnswer } from "./save.server";

type Props = {
  kind: PromotionKind;
  timeZone: string;
  choices: Choices;
  fields: Record<string, unknown>;
  answer: PromotionAnswer | undefined;
  /** Left out for a new promotion. */
  saved?: { version: number; taken: number };
};

/** The form of a promotion of any kind. It keeps what was typed if it is rejected. */
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
          kind={kind}
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
      <KindFields kind={kind} fields={fields} choices={choices} />
      <LimitFields kind={kind} fields={fields} taken={saved?.taken} />
      <WindowFields fields={fields} timeZone={timeZone} />
      <TextControl
        field={fields.name}
        label={commonLabels.name}
        hint="Shown to shoppers. Leave empty to use its terms"
      />
      <StatusField field={fields.status} isNew={!saved} />
      {canBeFeatured(kind) ? <CheckboxControl field={fields.isFeatured} label={commonLabels.isFeatured} /> : null}
      <CombinationFields kind={kind} fields={fields} />
      <Button disabled={isBusy}>{conflict ? "Replace with what I typed" : saved ? "Save" : "Create promotion"}</Button>
    </Form>
  );
}

/** The id of the new promotion. */
function Id({ field }: { field: Fields[string] | undefined }) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "hidden" });
  return <input key={key} {...input} />;
}

/** All messages, each with the field it links to. */
function problemsIn(errors: Record<string, string[]>, fields: Fields) {
  return Object.entries(errors).flatMap(([name, messages]) =>
    messages.filter(Boolean).map((message) => ({ id: fields[name.replace(/[[.].*$/, "")]?.id, message })),
  );
}
