import { Conflict } from "~/ui/desk/conflict";
import { kindOf, type PromotionKind } from "../../kinds/kinds";
import type { Choices } from "../../units/form/choices";
import { formatOptions } from "../../units/form/course-fields";
import { listLabels } from "./labels";
import type { PromotionAnswer } from "./save.server";

type Props = {
  kind: PromotionKind;
  conflict: NonNullable<PromotionAnswer["conflict"]>;
  typed: Record<string, unknown>;
  timeZone: string;
  choices: Choices;
};

/** Two people edited the same promotion: both versions, as the form shows them. */
export function PromotionConflict({ kind, conflict, typed, timeZone, choices }: Props) {
  const fields = listLabels(kind).map(([field, label]) => {
    const format = formatter(kind, field, choices);
    return { label, typed: format(typed[field]), saved: format(conflict.saved[field]) };
  });
  const { by, at, what } = conflict;
  return <Conflict subject="this promotion" {...{ by, at, timeZone, fields }} note={`It is now: ${what}.`} />;
}

/** A field's value as the form shows it. The order of checked items doesn't matter. */
function formatter(kind: PromotionKind, field: string, choices: Choices) {
  const options = kindOf(kind).form.options?.[field] ?? [...Object.values(choices), formatOptions].flat();
  const labels = new Map(options.map(({ value, label }) => [value, label]));
  const format = (value: unknown): string => {
    if (value === "on") return "yes";
    if (Array.isArray(value)) return formatList(value);
    if (typeof value === "object" && value) return Object.values(value).map(format).join(": ");
    if (typeof value !== "string" || !value) return "none";
    return labels.get(value) ?? (/^\d{4}-\d\d-\d\dT/.test(value) ? value.replace("T", " ") : value);
  };
  const formatList = (values: unknown[]) => {
    const texts = values.map(format).filter((text) => !/^none(: none)?$/.test(text));
    const isTicked = values.every((value) => typeof value === "string");
    return (isTicked ? texts.sort() : texts).join(", ") || "none";
  };
  return format;
}
