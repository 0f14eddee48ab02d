import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import type { CartLine } from "../../pricing/priced-cart";
import { combination } from "../../units/combination";
import { CentsAmount } from "../../units/discount";
import { dearestFirst, separate, takeOff, unitPrice, type Work } from "../../units/priced-units";
import type { Promotion } from "../../units/promotion";
import { isInScope, Scope } from "../../units/scope";

/** One unit of a course for nothing, with a purchase. The shopper puts it into the cart; nothing gets there by itself. */
export const GiftTerms = z.strictObject({
  kind: z.literal("gift"),
  courseId: z.string().min(1).describe("The gift."),
  formats: z.array(Format).min(1).optional(),
  scope: Scope.describe("What must be bought."),
  minimumSpend: CentsAmount.describe("What the other units in the scope must cost at least, at their sale prices."),
  ...combination({ sales: true, automatic: false, coupons: true }),
});
type GiftTerms = z.infer<typeof GiftTerms>;

export function isGift({ courseId, formats }: GiftTerms, line: CartLine): boolean {
  return courseId === line.courseId && (!formats || formats.includes(line.format));
}

/** What units cost at their sale prices, before any automatic promotion. */
export type Spent = { line: CartLine; total: number };

/** What is spent on the scope beside a unit of the gift, if that unit is in the scope too. */
export function spentBeside(terms: GiftTerms, spent: readonly Spent[], gift: Work | undefined): number {
  const sum = spent.reduce((total, row) => total + (isInScope(terms.scope, row.line) ? row.total : 0), 0);
  return gift && isInScope(terms.scope, gift.line) ? sum - unitPrice(gift) : sum;
}

/** `works` are all units; `eligible` those that the promotion may touch. */
export function applyGift(
  promotion: Promotion,
  terms: GiftTerms,
  works: Work[],
  eligible: readonly Work[],
  spent: readonly Spent[],
): void {
  const gift = dearestFirst(eligible.filter(({ line }) => isGift(terms, line))).find(
    (work) => spentBeside(terms, spent, work) >= terms.minimumSpend,
  );
  if (!gift) return;
  const unit = separate(works, gift, 1);
  takeOff(unit, promotion, unit.total);
}
