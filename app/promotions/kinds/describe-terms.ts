import { type DisciplineCode, discipline } from "~/catalog/read/disciplines";
import { formatNames } from "~/catalog/read/formats";
import { formatCredits } from "~/core/credits";
import { formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import { formatPercent } from "../pricing/hint-text";
import type { CouponDiscount, SalePrice } from "../units/discount";
import type { Scope } from "../units/scope";
import type { Terms } from "./kinds";

type TitleOf = (courseId: string) => string;

const shortList = 4;

/** A promotion's terms in one line: "IV Therapeutics at $99.50", "15 % off CT courses from 3 units on". Of a longer list it names
 *  three, unless `most` allows more. */
export function describeTerms(terms: Terms, titleOf: TitleOf, most = shortList): string {
  const words = sayTerms(terms, titleOf, most);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sayTerms(terms: Terms, titleOf: TitleOf, most: number): string {
  switch (terms.kind) {
    case "limited-sale":
    case "scheduled-sale":
      return describeSale(terms.price, describeScope(terms.scope, titleOf, most));
    case "coupon": {
      const conditions = [
        terms.minimumSpend ? `from ${formatCents(terms.minimumSpend)} on` : "",
        terms.firstOrderOnly ? "first order only" : "",
      ].filter(Boolean);
      return [`${describeCoupon(terms.discount)} ${describeScope(terms.scope, titleOf, most)}`, ...conditions].join(
        ", ",
      );
    }
    case "bundle": {
      const courses = terms.items.map(({ courseId, formats }) => titleOf(courseId) + describeFormats(formats));
      return `${listOf(courses, most)} together at ${formatCents(terms.price)}${describeSets(terms.maximumSets)}`;
    }
    case "buy-x-get-y": {
      const reward = terms.reward ? ` of ${describeScope(terms.reward, titleOf, most)}` : "";
      const discount = terms.discount === 10_000 ? "free" : `at ${formatPercent(terms.discount)} off`;
      return `Buy ${terms.buy} of ${describeScope(terms.scope, titleOf, most)}, get ${terms.get}${reward} ${discount}${describeSets(terms.maximumSets)}`;
    }
    case "quantity-tiers": {
      const tiers = terms.tiers.map(({ quantity, discount }) => `${formatPercent(discount)} off from ${quantity} on`);
      const counted = terms.count === "course" ? " (of the same course)" : "";
      return `${describeScope(terms.scope, titleOf, most)}${counted}: ${tiers.join(", ")}`;
    }
    case "gift":
      return `${titleOf(terms.courseId)}${describeFormats(terms.formats)} free with ${formatCents(terms.minimumSpend)} of ${describeScope(terms.scope, titleOf, most)}`;
    default:
      return impossible(terms);
  }
}

function describeSale(price: SalePrice, what: string): string {
  if (price.kind === "price") return `${what} at ${formatCents(price.cents)}`;
  return price.kind === "amount-off"
    ? `${formatCents(price.cents)} off ${what}`
    : `${formatPercent(price.basisPoints)} off ${what}`;
}

function describeCoupon(discount: CouponDiscount): string {
  return discount.kind === "amount-off"
    ? `${formatCents(discount.cents)} off an order of`
    : `${formatPercent(discount.basisPoints)} off`;
}

function describeSets(maximum: number | undefined): string {
  return maximum === undefined ? "" : `, at most ${maximum === 1 ? "once" : `${maximum} times`} in an order`;
}

/** What a scope covers: "all courses", "IV Therapeutics (eBook)", "CT and MR courses of 10 credits or more". */
export function describeScope(scope: Scope, titleOf: TitleOf, most = shortList): string {
  const { courseIds, disciplines, contentCategories, formats, approvers, credits } = scope;
  const kind = [...(disciplines ?? []), ...(contentCategories ?? []).map(describeCategory)];
  const what = courseIds
    ? listOf(courseIds.map(titleOf), most) + (kind.length > 0 ? ` in ${listOf(kind, most)}` : "")
    : kind.length > 0
      ? `${listOf(kind, most)} courses`
      : "all courses";
  const approved = approvers ? ` approved by ${listOf(approvers, most)}` : "";
  return `${what}${describeFormats(formats)}${approved}${describeCredits(credits)}`;
}

/** "CT: Patient Care", as the newest content specification names it. */
export function describeCategory(code: string): string {
  const [of = "", category = ""] = code.split(":");
  const { specifications } = discipline(of as DisciplineCode);
  const name = specifications.at(-1)?.contentCategories.find((row) => row.code === category)?.name;
  return `${of}: ${name ?? category}`;
}

function describeFormats(formats: Scope["formats"]): string {
  return formats ? ` (${listOf(formats.map((format) => formatNames[format]))})` : "";
}

function describeCredits(credits: Scope["credits"]): string {
  if (credits?.min !== undefined && credits.max !== undefined)
    return ` of ${formatCredits(credits.min)} to ${formatCredits(credits.max)} credits`;
  if (credits?.min !== undefined) return ` of ${formatCredits(credits.min)} credits or more`;
  return credits?.max === undefined ? "" : ` of ${formatCredits(credits.max)} credits or fewer`;
}

const list = new Intl.ListFormat("en-US", { type: "conjunction" });
function listOf(items: string[], most = shortList): string {
  return items.length > most ? `${items.slice(0, 3).join(", ")} and ${items.length - 3} more` : list.format(items);
}
