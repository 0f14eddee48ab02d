import { CourseFormatId, CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { type Promotion, stageOf, Terms } from "~/promotions/kinds/kinds";
import { priceCart } from "~/promotions/pricing/price-cart";
import type { PricedCart, Stock } from "~/promotions/pricing/priced-cart";
import type { CartLine } from "~/promotions/units/cart-line";

export const starts = new Date("2026-11-01T06:00:00Z");
export const ends = new Date("2026-12-01T06:00:00Z");
export const noon = new Date("2026-11-24T12:00:00Z");

/** A line for a CT course's eBook by default. */
export function lineOf(courseId: string, dollars: number, change: Partial<CartLine> = {}): CartLine {
  const format = change.format ?? "ebook";
  return {
    id: CourseFormatId.parse(`${courseId}.${format}`),
    courseId: CourseId.parse(courseId),
    format,
    quantity: 1,
    regularPrice: cents(Math.round(dollars * 100)),
    disciplines: ["CT"],
    contentCategories: ["CT:PC"],
    approver: "ASRT",
    creditsHundredths: 1000,
    ...change,
  };
}

/** A running promotion; `terms` as in a price document. */
export function promotionOf(id: string, terms: object, change: Partial<Promotion> = {}): Promotion {
  const parsed = Terms.parse(terms);
  const codes = stageOf(parsed.kind) === "coupons" ? { codes: [id.toUpperCase()] } : {};
  return {
    id: PromotionId.parse(id),
    version: 1,
    name: id,
    terms: parsed,
    startsAt: starts,
    endsAt: ends,
    isPaused: false,
    ...codes,
    ...change,
  };
}

/** [quantity, total] of every portion, line by line. */
export const portionsOf = (cart: PricedCart) =>
  cart.lines.map(({ portions }) => portions.map(({ quantity, total }) => [quantity, total]));

type World = { left?: Record<string, number>; allowed?: Record<string, number>; codes?: string[]; now?: Date };

const unitsOf = (units: Record<string, number>) =>
  new Map(Object.entries(units).map(([id, left]) => [PromotionId.parse(id), left]));

/** A cart's price at noon, with limits on units left and allowed by promotion id. */
export function priceIn(lines: CartLine[], promotions: Promotion[], world: World = {}): PricedCart {
  const { left = {}, allowed = {}, now = noon, codes } = world;
  const stock: Stock = { units: unitsOf(left) };
  return priceCart(lines, promotions, stock, { unitsAllowed: unitsOf(allowed), codes }, now);
}

export const iv = lineOf("iv", 129, { format: "book_by_mail", disciplines: ["R"], contentCategories: ["R:PC"] });
export const ivEbook = lineOf("iv", 119, { disciplines: ["R"], contentCategories: ["R:PC"] });
export const saleAt = (dollars: number) => ({ kind: "price", cents: Math.round(dollars * 100) });
export const percent = (value: number) => ({ kind: "percent-off", basisPoints: value * 100 });
export const limited = (id = "sale", dollars = 99.5, change: Partial<Promotion> = {}) =>
  promotionOf(id, { kind: "limited-sale", scope: { courseIds: ["iv"] }, price: saleAt(dollars) }, change);
export const coupon = (id: string, discount: object, terms = {}) =>
  promotionOf(id, { kind: "coupon", scope: {}, discount, ...terms });
