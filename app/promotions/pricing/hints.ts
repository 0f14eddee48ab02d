import { cents } from "~/core/money";
import { impossible } from "~/core/result";
import { isItem } from "../kinds/bundle/price";
import { isGift, type Spent, spentBeside } from "../kinds/gift/price";
import { unitsCounted } from "../kinds/quantity-tiers/price";
import { stageOf } from "../kinds/stages";
import type { Work } from "../units/priced-units";
import { isOfKind, type PromotionOf } from "../units/promotion";
import { isInScope } from "../units/scope";
import type { AutomaticPromotion } from "./plans/apply";
import type { CartLine, Hint } from "./priced-cart";

/** So many more units are a small change; more would be nagging. */
const fewUnits = 1;
/** A gift is mentioned from this part of its minimum spend on. */
const nearlySpent = 0.75;

/** What a small change of the cart would gain, in the order of the promotions. */
export function hintsFor(
  lines: readonly CartLine[],
  promotions: readonly AutomaticPromotion[],
  works: readonly Work[],
): Hint[] {
  if (lines.length === 0) return [];
  return promotions.flatMap((promotion) => hintOf(promotion, lines, works));
}

function hintOf(promotion: AutomaticPromotion, lines: readonly CartLine[], works: readonly Work[]): Hint[] {
  const { id: promotionId, name, terms } = promotion;
  switch (terms.kind) {
    case "quantity-tiers":
      return isOfKind(promotion, "quantity-tiers") ? tierHint(promotion, lines) : [];
    case "buy-x-get-y": {
      if (terms.reward) return [];
      const group = terms.buy + terms.get;
      const units = unitsIn(lines.filter((line) => isInScope(terms.scope, line)));
      const sets = Math.floor(units / group);
      const missing = (sets + 1) * group - units;
      const isCapped = terms.maximumSets !== undefined && sets >= terms.maximumSets;
      // What is bought is there; only what is given is missing.
      if (isCapped || units === 0 || missing > Math.min(fewUnits, terms.get)) return [];
      return [{ kind: "more-units", promotionId, name, units: missing, basisPoints: terms.discount }];
    }
    case "bundle": {
      const missing = terms.items.filter((item) => !lines.some((line) => isItem(item, line)));
      const [item] = missing;
      if (!item || missing.length !== 1) return [];
      return [{ kind: "complete-bundle", promotionId, name, courseId: item.courseId, price: terms.price }];
    }
    case "gift": {
      const { courseId, minimumSpend } = terms;
      if (lines.some((line) => isGift(terms, line))) return [];
      const missing = Math.ceil(minimumSpend - spentBeside(terms, works.map(atSalePrice), undefined));
      if (missing <= 0) return [{ kind: "add-gift", promotionId, name, courseId }];
      if (missing > minimumSpend * (1 - nearlySpent)) return [];
      return [{ kind: "spend-for-gift", promotionId, name, missing: cents(missing), courseId }];
    }
    default:
      return impossible(terms);
  }
}

function tierHint({ id: promotionId, name, terms }: PromotionOf<"quantity-tiers">, lines: readonly CartLine[]): Hint[] {
  const covered = lines.filter((line) => isInScope(terms.scope, line));
  const courses = terms.count === "course" ? [...new Set(covered.map(({ courseId }) => courseId))] : [undefined];
  return courses.flatMap((courseId): Hint[] => {
    const units = unitsCounted(terms, lines, courseId ?? "");
    const next = terms.tiers.filter(({ quantity }) => quantity > units).sort((a, b) => a.quantity - b.quantity)[0];
    if (!next || units === 0 || next.quantity - units > fewUnits) return [];
    const course = courseId === undefined ? {} : { courseId };
    return [
      { kind: "more-units", promotionId, name, units: next.quantity - units, basisPoints: next.discount, ...course },
    ];
  });
}

function atSalePrice({ line, regular, adjustments }: Work): Spent {
  const sales = adjustments.filter(({ kind }) => stageOf(kind) === "sales");
  return { line, total: regular - sales.reduce((sum, { amount }) => sum + amount, 0) };
}

function unitsIn(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
