import { impossible } from "~/core/result";
import { isWhole } from "../../kinds/bundle/price";
import { isEarned } from "../../kinds/buy-x-get-y/price";
import { isGift } from "../../kinds/gift/price";
import { isOfKind, type Promotion } from "../../units/promotion";
import type { CartLine } from "../priced-cart";
import type { AutomaticPromotion, SalePromotion } from "./apply";

export function isSale(promotion: Promotion): promotion is SalePromotion {
  return isOfKind(promotion, "limited-sale") || isOfKind(promotion, "scheduled-sale");
}

export function isAutomatic(promotion: Promotion): promotion is AutomaticPromotion {
  return !isSale(promotion) && !isOfKind(promotion, "coupon");
}

/** Whether a promotion names courses of which none is in the cart: most of a large shop's do. */
export function isElsewhere({ terms }: Promotion, courseIds: ReadonlySet<string>): boolean {
  const named = terms.kind === "bundle" ? terms.items.map(({ courseId }) => courseId) : terms.scope.courseIds;
  if (named === undefined || (terms.kind === "gift" && courseIds.has(terms.courseId))) return false;
  return !named.some((courseId) => courseIds.has(courseId));
}

/** Whether an automatic promotion could do anything in this cart. */
export function isPossible({ terms }: AutomaticPromotion, lines: readonly CartLine[]): boolean {
  switch (terms.kind) {
    case "bundle":
      return isWhole(terms, lines);
    case "buy-x-get-y":
      return isEarned(terms, lines);
    case "gift":
      return lines.some((line) => isGift(terms, line));
    case "quantity-tiers":
      return true;
    default:
      return impossible(terms);
  }
}
