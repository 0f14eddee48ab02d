import type { PromotionKind } from "../kinds/kinds";
import { stageOf } from "../kinds/stages";
import type { Stage } from "../units/combination";

/** The seven kinds in the words of the desk, the usual ones first. */
export const kinds: Record<PromotionKind, { title: string; example: string }> = {
  "limited-sale": {
    title: "Limited sale",
    example: "IV Therapeutics at $99.50 for the last 40, two per customer.",
  },
  "scheduled-sale": { title: "Sale", example: "15 % off every CT course in the first week of December." },
  coupon: { title: "Coupon", example: "10 % off for whoever enters the code TEN, once per customer." },
  "quantity-tiers": { title: "Group price", example: "From 3 units on 15 % off each, from 10 on 25 %." },
  bundle: { title: "Bundle", example: "Three MR courses together at $150.00." },
  "buy-x-get-y": { title: "Buy some, get some", example: "Buy two eBooks, get a third one free." },
  gift: { title: "Free course", example: "A free radiation-safety course with every order of $200.00." },
};
export const kindsInOrder = Object.keys(kinds) as PromotionKind[];

export function isKind(text: string | null): text is PromotionKind {
  return text !== null && Object.hasOwn(kinds, text);
}

/** A sale price can stand in the banner. */
export function canBeFeatured(kind: PromotionKind): boolean {
  return stageOf(kind) === "sales";
}

type Companion = { field: "combinesSales" | "combinesAutomatic" | "combinesCoupons"; label: string };
const companions: Record<Stage, Companion> = {
  sales: { field: "combinesSales", label: "Also on units that have a sale price already" },
  automatic: {
    field: "combinesAutomatic",
    label: "Together with group prices, bundles, “buy some, get some” and free courses",
  },
  coupons: { field: "combinesCoupons", label: "Together with coupons" },
};

/** What a promotion can be asked to combine with: two sales never meet on a unit, nor two automatic promotions on a line. */
export function companionsOf(kind: PromotionKind) {
  const own = stageOf(kind);
  return (["sales", "automatic", "coupons"] as const)
    .filter((stage) => stage !== own || stage === "coupons")
    .map((stage) => ({ stage, ...companions[stage] }));
}

export const priceKinds = [
  { value: "price", label: "A fixed price, $" },
  { value: "amount-off", label: "Off each unit, $" },
  { value: "percent-off", label: "Off, %" },
];
export const discountKinds = [
  { value: "percent-off", label: "Off, %" },
  { value: "amount-off", label: "Off the order, $" },
];
export const counts = [
  { value: "scope", label: "all these courses together" },
  { value: "course", label: "each course by itself" },
];
