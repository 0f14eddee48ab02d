import { z } from "zod";
import { fromLocalField, toLocalField } from "~/core/dates";
import { checkbox } from "~/core/form/checkbox";
import { checkboxValue, wholeNumber } from "~/core/form/typed-inputs";
import { PromotionId } from "~/core/ids";
import { kindOf, type PromotionKind, stageOf, Terms } from "../../kinds/kinds";
import type { PromotionProblem, PromotionValues } from "../../store/check-values";
import { normalizeCode } from "../../units/code";

/** Reads the form of a promotion into its values; `saved` is what the form was filled with. Times are typed to the minute in the shop's
 *  time zone. An untouched time keeps its seconds, so saving something else doesn't change it. An empty name is left
 *  to the caller. */
export function promotionForm(kind: PromotionKind, timeZone: string, saved?: PromotionValues) {
  const instant = (before: Date | undefined, empty: string) =>
    z.string({ error: empty }).transform((text, context): Date => {
      if (before && text === toLocalField(before, timeZone)) return before;
      const typed = fromLocalField(text, timeZone);
      if (typed) return typed;
      context.addIssue({ code: "custom", message: "Enter a date and a time." });
      return z.NEVER;
    });
  const common = {
    version: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
    /** The new promotion's id, so the same form sent twice creates only one. */
    id: PromotionId.regex(/^[\w-]{22}$/)
      .optional()
      .catch(undefined),
    name: z.string().trim().max(80, "Use at most 80 characters.").optional(),
    limit: wholeNumber("").optional(),
    perCustomer: wholeNumber("").optional(),
    startsAt: instant(saved?.startsAt, "Enter when it starts."),
    endsAt: instant(saved?.endsAt, "Enter when it ends."),
    status: z.enum(["active", "paused", "draft"], { error: "Choose a status." }),
    isFeatured: checkbox,
    codes: z.string().optional().transform(readCodes),
  };
  const { form, terms: ofKind } = kindOf(kind);
  return z.object({ ...form.shape, ...common }).transform((input, context) => {
    const { version, id, status, isFeatured, limit = null, name = "", startsAt, endsAt, codes } = input;
    const terms = form.read(input, context, saved?.terms);
    // Terms that can't be read back would break every page that shows prices.
    for (const { path, message } of Terms.safeParse(terms).error?.issues ?? [])
      if (context.issues.length === 0)
        context.addIssue({ code: "custom", path: [fieldOfPart(kind, String(path[0]))], message });
    const values: PromotionValues = {
      name,
      terms,
      limit: ofKind.counted ? limit : null,
      perCustomer: ofKind.counted ? (input.perCustomer ?? ofKind.counted.defaultPerCustomer(terms)) : null,
      startsAt,
      endsAt,
      isPaused: status === "paused",
      isPublished: status !== "draft",
      isFeatured: isFeatured && canBeFeatured(kind),
      codes: stageOf(kind) === "coupons" ? codes : [],
    };
    return { version, id, values };
  });
}

/** Codes as typed, separated by commas, semicolons, or line breaks. */
function readCodes(text = "", context?: z.RefinementCtx): string[] {
  const codes = text
    .split(/[,;\n]+/)
    .map(normalizeCode)
    .filter(Boolean);
  const wrong = codes.find((code) => !/^[\p{L}\p{N}_]{3,40}$/u.test(code));
  if (wrong) context?.addIssue({ code: "custom", message: `${wrong}: Use 3 to 40 letters and digits in a code.` });
  return [...new Set(codes)];
}

/** A promotion's values as the text of the form's fields. */
export function fillPromotionForm(values: PromotionValues, timeZone: string): Record<string, unknown> {
  const { name, limit, perCustomer, startsAt, endsAt, isPaused, isPublished, isFeatured, codes, terms } = values;
  return {
    name,
    limit: String(limit ?? ""),
    perCustomer: String(perCustomer ?? ""),
    startsAt: toLocalField(startsAt, timeZone),
    endsAt: toLocalField(endsAt, timeZone),
    status: isPublished ? (isPaused ? "paused" : "active") : "draft",
    isFeatured: checkboxValue(isFeatured),
    codes: codes.join(", "),
    ...kindOf(terms.kind).form.fill(terms),
  };
}

/** The form field for a problem. */
export function fieldOfProblem(kind: PromotionKind, { field, part }: PromotionProblem): string {
  if (field === "terms") return fieldOfPart(kind, part ?? "scope");
  return field === "isPaused" || field === "isPublished" ? "status" : field;
}

function fieldOfPart(kind: PromotionKind, part: string): string {
  return kindOf(kind).form.fieldOfPart[part] ?? part;
}

/** Only a sale price can be shown in the banner. */
export function canBeFeatured(kind: PromotionKind): boolean {
  return stageOf(kind) === "sales";
}
