import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { CourseId } from "~/core/ids";
import type { CartLine } from "../../units/cart-line";
import { combination } from "../../units/combination";
import { CentsAmount } from "../../units/discount";
import type { KindTerms, TermsProblem } from "../../units/kind";
import { Scope } from "../../units/scope";
import { validateScope } from "../../units/validate";

/** One unit of a course free with a purchase. The shopper adds it to the cart; nothing is added automatically. */
const GiftTerms = z.strictObject({
  kind: z.literal("gift"),
  courseId: CourseId.min(1).describe("The free course."),
  formats: z.array(Format).min(1).optional(),
  scope: Scope.describe("What must be bought."),
  minimumSpend: CentsAmount.describe("Minimum price of the other units in the scope, at their sale prices."),
  ...combination({ sales: true, automatic: false, coupons: true }),
});
export type GiftTerms = z.infer<typeof GiftTerms>;

export const giftTerms = {
  schema: GiftTerms,
  validate: (terms, formats) => [...validateGift(terms, formats), ...validateScope("scope", terms.scope, formats)],
  listCourses: ({ courseId, scope }) => [...new Set([courseId, ...(scope.courseIds ?? [])])],
} satisfies KindTerms<GiftTerms>;

export function isGift({ courseId, formats }: GiftTerms, line: CartLine): boolean {
  return courseId === line.courseId && (!formats || formats.includes(line.format));
}

function validateGift(terms: GiftTerms, formats: readonly CartLine[]): TermsProblem[] {
  if (formats.some((line) => isGift(terms, line))) return [];
  return [{ part: "courseId", message: "This course is not published in these formats, so it can't be given away." }];
}
