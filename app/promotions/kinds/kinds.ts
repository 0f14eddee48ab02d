import { z } from "zod";
import type { CartLine } from "../units/cart-line";
import type { CommonTerms, Stage } from "../units/combination";
import type { AutomaticKind, CouponKind, Kind, SaleKind } from "../units/kind";
import type { PromotionWith } from "../units/promotion";
import type { SaleTerms as AnySaleTerms } from "../units/sale/terms";
import { bundle } from "./bundle/kind";
import { buyXGetY } from "./buy-x-get-y/kind";
import { coupon } from "./coupon/kind";
import type { CouponTerms } from "./coupon/terms";
import { gift } from "./gift/kind";
import { limitedSale } from "./limited-sale/kind";
import { quantityTiers } from "./quantity-tiers/kind";
import { scheduledSale } from "./scheduled-sale/kind";

/** Every kind of promotion, the most common first. A new one is a folder here, a line in this table, and a line in the table of its
 *  fields. */
const kinds = {
  "limited-sale": limitedSale,
  "scheduled-sale": scheduledSale,
  coupon,
  "quantity-tiers": quantityTiers,
  bundle,
  "buy-x-get-y": buyXGetY,
  gift,
} satisfies Record<string, SaleKind<AnySaleTerms> | CouponKind<CouponTerms> | AutomaticKind<CommonTerms>>;

type Kinds = typeof kinds;
export type PromotionKind = keyof Kinds;
type KindOfStage<S extends Stage> = {
  [K in PromotionKind]: Kinds[K]["stage"] extends S ? K : never;
}[PromotionKind];

type Schema = Kinds[PromotionKind]["terms"]["schema"];
const schemas = Object.values(kinds).map(({ terms }): Schema => terms.schema);
/** Every promotion's terms, as stored. */
export const Terms = z.discriminatedUnion("kind", schemas as [Schema, ...Schema[]]);
export type Terms = z.infer<typeof Terms>;
export type TermsOf<K extends PromotionKind> = Extract<Terms, { kind: K }>;

export type Promotion = PromotionWith<Terms>;
export type SalePromotion = PromotionWith<TermsOf<KindOfStage<"sales">>>;
export type AutomaticPromotion = PromotionWith<TermsOf<KindOfStage<"automatic">>>;
export type CouponPromotion = PromotionWith<TermsOf<KindOfStage<"coupons">>>;

// These two don't compile if a kind is listed under a name other than its terms' own.
const byKind: { [K in PromotionKind]: Kind<TermsOf<K>> } = kinds;
const automatic: { [K in KindOfStage<"automatic">]: AutomaticKind<TermsOf<K>> } = kinds;

export function kindOf<K extends PromotionKind>(kind: K): Kind<TermsOf<K>> {
  return byKind[kind];
}

export function automaticKindOf<K extends KindOfStage<"automatic">>(kind: K): AutomaticKind<TermsOf<K>> {
  return automatic[kind];
}

export const promotionKinds = Object.keys(kinds) as PromotionKind[];

export function isPromotionKind(text: string | null): text is PromotionKind {
  return text !== null && Object.hasOwn(kinds, text);
}

/** PRICING 3: a kind's place in the order of application. */
export function stageOf(kind: PromotionKind): Stage {
  return kinds[kind].stage;
}

export function isSale(promotion: Promotion): promotion is SalePromotion {
  return stageOf(promotion.terms.kind) === "sales";
}

export function isAutomatic(promotion: Promotion): promotion is AutomaticPromotion {
  return stageOf(promotion.terms.kind) === "automatic";
}

export function isCoupon(promotion: Promotion): promotion is CouponPromotion {
  return stageOf(promotion.terms.kind) === "coupons";
}

/** PRICING 3: whether two promotions can touch the same unit. Each must say that it combines with the other's stage. */
export function canCombine(one: { terms: Terms }, other: { terms: Terms }): boolean {
  return one.terms.combinesWith[stageOf(other.terms.kind)] && other.terms.combinesWith[stageOf(one.terms.kind)];
}

/** Whether a promotion could take something off a line. */
export function canDiscount({ terms }: { terms: Terms }, line: CartLine): boolean {
  return kindOf(terms.kind).price.canDiscount(terms, line);
}

/** Whether units (of a sale) or uses (of a coupon) are counted and can be limited. */
export function isCounted(kind: PromotionKind): boolean {
  return kindOf(kind).terms.counted !== undefined;
}
