import { z } from "zod";
import { fromLocalField, toLocalField } from "~/core/dates";
import { tick } from "~/core/tick";
import { ticked, wholeNumber } from "~/core/typed-inputs";
import { isCounted, type PromotionKind, Terms } from "../../kinds/kinds";
import { termsFieldOf, termsForm } from "../../kinds/terms-form";
import type { PromotionProblem, PromotionValues } from "../../store/revise";
import { normaliseCode } from "../../units/promotion";
import { canBeFeatured } from "../kinds";

/** Reads the form of a promotion into its values; `saved` is what the form was filled from. Times are typed to the minute in the
 *  shop's time zone: one that was not touched keeps its seconds, so that saving something else is no change of it. An empty name
 *  is left to the caller. */
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
    /** The id that a new promotion will have: the same form sent twice makes one. */
    id: z
      .string()
      .regex(/^[\w-]{22}$/)
      .optional()
      .catch(undefined),
    name: z.string().trim().max(80, "Use at most 80 characters.").optional(),
    limit: wholeNumber("").optional(),
    perCustomer: wholeNumber("").optional(),
    startsAt: instant(saved?.startsAt, "Enter when it starts."),
    endsAt: instant(saved?.endsAt, "Enter when it ends."),
    status: z.enum(["active", "paused", "draft"], { error: "Choose whether it is active." }),
    isFeatured: tick,
    codes: z.string().optional().transform(readCodes),
  };
  const { shape, read } = termsForm(kind);
  return z.object({ ...shape, ...common }).transform((input, context) => {
    const { version, id, status, isFeatured, limit = null, name = "", startsAt, endsAt, codes } = input;
    const terms = read(input, context, saved?.terms);
    // What could not be read again would bring every page down that shows prices.
    for (const { path, message } of Terms.safeParse(terms).error?.issues ?? [])
      if (context.issues.length === 0)
        context.addIssue({ code: "custom", path: [termsFieldOf(String(path[0]))], message });
    // A first order happens once.
    const least = terms.kind === "coupon" && terms.firstOrderOnly ? 1 : null;
    const values: PromotionValues = {
      name,
      terms,
      limit: isCounted(kind) ? limit : null,
      perCustomer: isCounted(kind) ? (input.perCustomer ?? least) : null,
      startsAt,
      endsAt,
      isPaused: status === "paused",
      isPublished: status !== "draft",
      isFeatured: isFeatured && canBeFeatured(kind),
      codes: kind === "coupon" ? codes : [],
    };
    return { version, id, values };
  });
}

/** Codes as they are typed, one after another, with commas or on lines of their own. */
function readCodes(text = "", context?: z.RefinementCtx): string[] {
  const codes = text
    .split(/[,;\n]+/)
    .map(normaliseCode)
    .filter(Boolean);
  const wrong = codes.find((code) => !/^[\p{L}\p{N}_]{3,40}$/u.test(code));
  if (wrong) context?.addIssue({ code: "custom", message: `${wrong}: use 3 to 40 letters and figures in a code.` });
  return [...new Set(codes)];
}

/** The form's fields as text. */
export function promotionFields(values: PromotionValues, timeZone: string): Record<string, unknown> {
  const { name, limit, perCustomer, startsAt, endsAt, isPaused, isPublished, isFeatured, codes, terms } = values;
  return {
    name,
    limit: String(limit ?? ""),
    perCustomer: String(perCustomer ?? ""),
    startsAt: toLocalField(startsAt, timeZone),
    endsAt: toLocalField(endsAt, timeZone),
    status: isPublished ? (isPaused ? "paused" : "active") : "draft",
    isFeatured: ticked(isFeatured),
    codes: codes.join(", "),
    ...termsForm(terms.kind).fields(terms),
  };
}

/** The form field that shows what a problem is about. */
export function fieldNameOf({ field, part }: PromotionProblem): string {
  if (field === "terms") return termsFieldOf(part);
  return field === "isPaused" || field === "isPublished" ? "status" : field;
}
