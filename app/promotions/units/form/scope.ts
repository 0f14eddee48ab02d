import { z } from "zod";
import { DisciplineCode } from "~/catalog/read/disciplines";
import { Format } from "~/catalog/read/formats";
import { formatCredits } from "~/core/credits";
import { creditsInput, nonEmpty, withoutUndefined } from "~/core/form/typed-inputs";
import { CourseId } from "~/core/ids";
import type { Scope } from "../scope";

/** A scope's form fields; nothing chosen means the whole catalog. */
export const scopeShape = {
  courseIds: z.array(CourseId).optional(),
  disciplines: z.array(DisciplineCode).optional(),
  contentCategories: z.array(z.string().regex(/^[A-Z]+:[A-Z0-9]+$/)).optional(),
  formats: z.array(Format).optional(),
  approvers: z.array(z.string()).optional(),
  creditsFrom: creditsInput.optional(),
  creditsTo: creditsInput.optional(),
};
type ScopeInput = z.output<z.ZodObject<typeof scopeShape>>;

export const scopeLabels: Record<keyof typeof scopeShape, string> = {
  courseIds: "Courses",
  disciplines: "Disciplines",
  contentCategories: "Content categories",
  formats: "Formats",
  approvers: "Approved by",
  creditsFrom: "Minimum credits",
  creditsTo: "Maximum credits",
};

export function readScope(input: ScopeInput, context: z.RefinementCtx): Scope {
  const { creditsFrom: min, creditsTo: max } = input;
  if (min !== undefined && max !== undefined && min > max)
    context.addIssue({ code: "custom", path: ["creditsTo"], message: "The maximum can't be below the minimum." });
  return withoutUndefined({
    courseIds: nonEmpty(input.courseIds),
    disciplines: nonEmpty(input.disciplines),
    contentCategories: nonEmpty(input.contentCategories),
    formats: nonEmpty(input.formats),
    approvers: nonEmpty(input.approvers),
    credits: min === undefined && max === undefined ? undefined : withoutUndefined({ min, max }),
  });
}

export function fillScope(scope: Scope) {
  const { courseIds = [], disciplines = [], contentCategories = [], formats = [], approvers = [], credits } = scope;
  return {
    courseIds,
    disciplines,
    contentCategories,
    formats,
    approvers,
    creditsFrom: credits?.min === undefined ? "" : formatCredits(credits.min),
    creditsTo: credits?.max === undefined ? "" : formatCredits(credits.max),
  };
}
