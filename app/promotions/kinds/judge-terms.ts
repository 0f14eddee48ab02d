import { type Cents, formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { CartLine } from "../pricing/priced-cart";
import { type SalePrice, saleDiscount } from "../units/discount";
import { isInScope, type Scope } from "../units/scope";
import { isItem } from "./bundle/price";
import type { Terms, TermsOf } from "./kinds";

/** `part` names the part of the terms that the message is about. */
export type TermsProblem = { part: string; message: string };

/** Why terms can't be meant (PRICING 4, 11); empty where they can. `formats` has one line of one unit for each format of each
 *  published course. Never throws. */
export function judgeTerms(terms: Terms, formats: readonly CartLine[]): TermsProblem[] {
  return [...judgeKind(terms, formats), ...judgeCompany(terms)];
}

function judgeKind(terms: Terms, formats: readonly CartLine[]): TermsProblem[] {
  switch (terms.kind) {
    case "limited-sale":
    case "scheduled-sale":
      return judgeSale(terms, formats);
    case "coupon":
      return [...judgeScope("scope", terms.scope, formats), ...judgeMinimum(terms)];
    case "buy-x-get-y":
      return [
        ...judgeScope("scope", terms.scope, formats),
        ...(terms.reward ? judgeScope("reward", terms.reward, formats) : []),
      ];
    case "quantity-tiers":
      return [...judgeScope("scope", terms.scope, formats), ...judgeTiers(terms)];
    case "bundle":
      return judgeBundle(terms, formats);
    case "gift":
      return [...judgeGift(terms, formats), ...judgeScope("scope", terms.scope, formats)];
    default:
      return impossible(terms);
  }
}

function judgeScope(part: string, scope: Scope, formats: readonly CartLine[]): TermsProblem[] {
  if (formats.some((line) => isInScope(scope, line))) return [];
  return [{ part, message: "No published course fits all of this. Take a condition away." }];
}

function judgeSale({ scope, price }: { scope: Scope; price: SalePrice }, formats: readonly CartLine[]): TermsProblem[] {
  const sold = formats.filter((line) => isInScope(scope, line));
  if (sold.length === 0) return judgeScope("scope", scope, formats);
  const lowest = lowestPrice(sold);
  const isReduced =
    price.kind === "amount-off"
      ? price.cents > 0 && price.cents < lowest
      : sold.every(({ regularPrice }) => saleDiscount(price, regularPrice, 1) > 0);
  if (isReduced) return [];
  if (price.kind === "amount-off" && price.cents === 0) return [{ part: "price", message: "Enter more than $0.00." }];
  return [{ part: "price", message: `It must be below the lowest regular price, ${formatCents(lowest)}.` }];
}

function judgeMinimum({ discount, minimumSpend }: TermsOf<"coupon">): TermsProblem[] {
  if (discount.kind !== "amount-off") return [];
  if (discount.cents === 0) return [{ part: "discount", message: "Enter more than $0.00." }];
  if (minimumSpend === undefined || minimumSpend >= discount.cents) return [];
  return [
    { part: "minimumSpend", message: `It can't be below what the coupon takes, ${formatCents(discount.cents)}.` },
  ];
}

function judgeTiers({ tiers }: TermsOf<"quantity-tiers">): TermsProblem[] {
  const isRising = tiers.every(({ quantity, discount }, index) => {
    const before = tiers[index - 1];
    return !before || (quantity > before.quantity && discount > before.discount);
  });
  if (isRising) return [];
  return [{ part: "tiers", message: "From each step to the next, both the quantity and the discount must rise." }];
}

function judgeBundle({ items, price }: TermsOf<"bundle">, formats: readonly CartLine[]): TermsProblem[] {
  const shelves = items.map((item) => formats.filter((line) => isItem(item, line)));
  if (shelves.some((shelf) => shelf.length === 0))
    return [
      { part: "items", message: "A course of it is not published in these formats: nobody could buy the whole set." },
    ];
  const sum = shelves.reduce((total, shelf) => total + lowestPrice(shelf), 0);
  if (price < sum) return [];
  const message = `It must be below what the courses cost one by one, ${formatCents(sum)} at least.`;
  return [{ part: "price", message }];
}

function judgeGift({ courseId, formats: chosen }: TermsOf<"gift">, formats: readonly CartLine[]): TermsProblem[] {
  const isThere = formats.some((line) => line.courseId === courseId && (!chosen || chosen.includes(line.format)));
  if (isThere) return [];
  return [{ part: "courseId", message: "This course is not published in these formats: nobody could have it." }];
}

function judgeCompany({ exclusive, combinesWith }: Terms): TermsProblem[] {
  if (!exclusive || !Object.values(combinesWith).some(Boolean)) return [];
  const message = "It can't both stand alone and go together with others: take one of these ticks away.";
  return [{ part: "exclusive", message }];
}

function lowestPrice(lines: readonly CartLine[]): Cents | 0 {
  return lines.reduce<Cents | 0>(
    (least, { regularPrice }, index) => (index === 0 || regularPrice < least ? regularPrice : least),
    0,
  );
}
