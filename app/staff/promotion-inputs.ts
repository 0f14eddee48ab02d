import { z } from "zod";
import { DisciplineCode } from "~/catalog/disciplines";
import { Format } from "~/catalog/formats";
import { parseCredits } from "~/core/credits";
import { type Cents, parseDollars } from "~/core/money";
import { parsePercent } from "~/core/percent";
import type { Scope } from "~/promotions/scope";

/** A whole number as a person types it; Conform hands on an empty field as undefined. */
export function wholeNumber(empty: string, least = 1) {
  return z
    .string({ error: empty })
    .regex(/^\s*-?\d{1,6}\s*$/, "Enter a whole number, like 40.")
    .transform(Number)
    .refine((count) => count >= least, `Enter ${least} or more.`);
}

export function dollars(empty: string) {
  return z.string({ error: empty }).transform((text, context): Cents => {
    const amount = parseDollars(text);
    if (amount !== undefined) return amount;
    context.addIssue({ code: "custom", message: "Enter dollars and cents, like 99.50." });
    return z.NEVER;
  });
}

/** Basis points. */
export function percent(empty: string) {
  return z.string({ error: empty }).transform((text, context): number => {
    const basisPoints = parsePercent(text);
    if (basisPoints) return basisPoints;
    context.addIssue({ code: "custom", message: "Enter a percentage above 0 and up to 100, like 15 or 12.5." });
    return z.NEVER;
  });
}

const credits = z.string().transform((text, context): number => {
  const amount = parseCredits(text);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: "Enter credits, like 10 or 16.25." });
  return z.NEVER;
});

/** The form's fields of a scope; nothing chosen is the whole catalog. */
export const scopeShape = {
  courseIds: z.array(z.string()).optional(),
  disciplines: z.array(DisciplineCode).optional(),
  contentCategories: z.array(z.string().regex(/^[A-Z]+:[A-Z0-9]+$/)).optional(),
  formats: z.array(Format).optional(),
  approvers: z.array(z.string()).optional(),
  creditsFrom: credits.optional(),
  creditsTo: credits.optional(),
};
type ScopeInput = z.infer<z.ZodObject<typeof scopeShape>>;

export function scopeOf(input: ScopeInput): Scope {
  const { courseIds, disciplines, contentCategories, formats, approvers, creditsFrom, creditsTo } = input;
  const some = <Item>(list: Item[] | undefined) => (list?.length ? list : undefined);
  const credits =
    creditsFrom === undefined && creditsTo === undefined
      ? undefined
      : withoutUndefined({ min: creditsFrom, max: creditsTo });
  return withoutUndefined({
    courseIds: some(courseIds),
    disciplines: some(disciplines),
    contentCategories: some(contentCategories),
    formats: some(formats),
    approvers: some(approvers),
    credits,
  });
}

/** What is not said must not be named: terms are compared and stored as they are. */
export function withoutUndefined<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}
