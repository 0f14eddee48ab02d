import type { CourseId } from "~/core/ids";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import { percentOf } from "../../units/discount";
import { fewUnits, type Hint } from "../../units/hint";
import type { AutomaticPrice, UnitsInCart } from "../../units/kind";
import { takeOff } from "../../units/priced-units";
import type { PromotionWith } from "../../units/promotion";
import { isInScope, namesOtherCourses } from "../../units/scope";
import type { QuantityTiersTerms } from "./terms";

const largestDiscount = ({ tiers }: QuantityTiersTerms) => Math.max(...tiers.map(({ discount }) => discount)) / 10_000;

export const quantityTiersPrice: AutomaticPrice<QuantityTiersTerms> = {
  namesOtherCourses: ({ scope }, courseIds) => namesOtherCourses(scope, courseIds),
  canDiscount: ({ scope }, line) => isInScope(scope, line),
  simplify: (terms) => terms,
  canUse: (terms, line, at) => findDiscount(terms, line, at) > 0,
  ties: () => false,
  countsSpending: () => false,
  apply: applyTiers,
  bounds: { isExact: true, ofLine: largestDiscount, ofAll: largestDiscount, canShift: () => false },
  hint: hintAtNextTier,
  findHinted: ({ scope }) => ({ scope }),
};

function applyTiers(promotion: PromotionWith<QuantityTiersTerms>, { eligible, at }: UnitsInCart): void {
  for (const units of eligible)
    takeOff(units, promotion, percentOf(units.total, findDiscount(promotion.terms, units.line, at)));
}

/** The discount that a line's units have earned, in basis points; 0 if no tier is reached. */
function findDiscount(terms: QuantityTiersTerms, line: CartLine, { cart, countOnce }: Circumstances): number {
  if (!isInScope(terms.scope, line)) return 0;
  const { courseId } = line;
  return countOnce(terms, terms.count === "scope" ? "" : courseId, () => {
    const units = countTogether(terms, cart, courseId);
    return terms.tiers
      .filter(({ quantity }) => quantity <= units)
      .reduce((best, tier) => (tier.quantity > best.quantity ? tier : best), { quantity: 0, discount: 0 }).discount;
  });
}

/** Units that are counted together with a course's. */
function countTogether(
  { scope, count }: QuantityTiersTerms,
  cart: readonly CartLine[],
  courseId: CourseId | undefined,
): number {
  return cart.reduce((sum, line) => {
    const counts = isInScope(scope, line) && (count === "scope" || line.courseId === courseId);
    return counts ? sum + line.quantity : sum;
  }, 0);
}

function hintAtNextTier({ id, name, terms }: PromotionWith<QuantityTiersTerms>, lines: readonly CartLine[]): Hint[] {
  const covered = lines.filter((line) => isInScope(terms.scope, line));
  const courses = terms.count === "course" ? [...new Set(covered.map(({ courseId }) => courseId))] : [undefined];
  return courses.flatMap((courseId): Hint[] => {
    const units = countTogether(terms, lines, courseId);
    const next = terms.tiers.filter(({ quantity }) => quantity > units).sort((a, b) => a.quantity - b.quantity)[0];
    const missing = next ? next.quantity - units : 0;
    if (!next || units === 0 || missing > fewUnits) return [];
    const ofCourse = courseId === undefined ? {} : { courseId };
    return [{ kind: "more-units", promotionId: id, name, units: missing, basisPoints: next.discount, ...ofCourse }];
  });
}
