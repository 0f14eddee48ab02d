import type { Format } from "~/catalog/formats";
import { type Cents, sumCents, timesCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { Terms } from "./terms";

/** A cart line as it is priced; `id` is the course format's. */
export type CartLine = { id: string; courseId: string; format: Format; quantity: number; regularPrice: Cents };

export type Promotion = {
  id: string;
  version: number;
  name: string;
  terms: Terms;
  startsAt: Date;
  /** First instant at which it no longer counts. */
  endsAt: Date;
  isPaused: boolean;
};

/** Units left of each promotion's stock, by promotion id; a promotion that is not named has no such limit. */
export type UnitsLeft = ReadonlyMap<string, number>;
/** What the shopper may still take of each promotion; one that is not named has no customer limit. */
export type Shopper = { unitsAllowed: ReadonlyMap<string, number> };

export type Portion = {
  quantity: number;
  unitPrice: Cents;
  total: Cents;
  promotion?: { id: string; version: number; name: string };
};
export type PricedLine = CartLine & { portions: Portion[]; total: Cents };
export type PricedCart = { lines: PricedLine[]; items: Cents; regularItems: Cents };

/** The only place where a price is made. Prices are cents; lines keep their order, and their order changes no price.
 *  Each unit gets the best of its sale prices while the sale has units for this shopper; the rest is regular. Never throws. */
export function priceCart(
  lines: CartLine[],
  promotions: Promotion[],
  stock: UnitsLeft,
  shopper: Shopper,
  now: Date,
): PricedCart {
  const running = promotions.filter((promotion) => isRunning(promotion, now));
  const taken = giveSaleUnits(lines, running, stock, shopper);
  const priced = lines.map((line) => priceLine(line, taken.get(line.id) ?? []));
  return {
    lines: priced,
    items: sumCents(priced.map((line) => line.total)),
    regularItems: sumCents(lines.map((line) => timesCents(line.regularPrice, line.quantity))),
  };
}

/** PRICING 4: the window is `[starts, ends)`. */
export function isRunning(promotion: Promotion, now: Date): boolean {
  return !promotion.isPaused && promotion.startsAt <= now && now < promotion.endsAt;
}

/** The sale price of a line under a promotion; undefined where it does not apply or would not be cheaper. */
export function salePrice(terms: Terms, line: Omit<CartLine, "quantity">): Cents | undefined {
  switch (terms.kind) {
    case "limited-sale":
      if (terms.courseId !== line.courseId || !terms.formats.includes(line.format)) return undefined;
      return terms.price < line.regularPrice ? terms.price : undefined;
    default:
      return impossible(terms.kind);
  }
}

type SalePortion = { promotion: Promotion; quantity: number; unitPrice: Cents };

/** The largest saving a unit is served first, so that the order of lines changes nothing. */
function giveSaleUnits(lines: CartLine[], promotions: Promotion[], stock: UnitsLeft, shopper: Shopper) {
  const offers = promotions.flatMap((promotion) =>
    lines.flatMap((line) => {
      const unitPrice = salePrice(promotion.terms, line);
      return unitPrice === undefined ? [] : [{ promotion, line, unitPrice, saving: line.regularPrice - unitPrice }];
    }),
  );
  offers.sort(
    (a, b) => b.saving - a.saving || compare(a.promotion.id, b.promotion.id) || compare(a.line.id, b.line.id),
  );

  const unitsLeft = new Map(promotions.map(({ id }) => [id, unitsFor(id, stock, shopper)]));
  const quantityLeft = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  const given = new Map<string, SalePortion[]>();
  for (const { promotion, line, unitPrice } of offers) {
    const units = Math.min(unitsLeft.get(promotion.id) ?? 0, quantityLeft.get(line.id) ?? 0);
    if (units === 0) continue;
    unitsLeft.set(promotion.id, (unitsLeft.get(promotion.id) ?? 0) - units);
    quantityLeft.set(line.id, (quantityLeft.get(line.id) ?? 0) - units);
    given.set(line.id, [...(given.get(line.id) ?? []), { promotion, quantity: units, unitPrice }]);
  }
  return given;
}

function unitsFor(promotionId: string, stock: UnitsLeft, shopper: Shopper): number {
  const left = stock.get(promotionId) ?? Number.POSITIVE_INFINITY;
  const allowed = shopper.unitsAllowed.get(promotionId) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(left, allowed));
}

function priceLine(line: CartLine, sales: SalePortion[]): PricedLine {
  const onSale = sales.map(({ promotion: { id, version, name }, quantity, unitPrice }): Portion => {
    return { quantity, unitPrice, total: timesCents(unitPrice, quantity), promotion: { id, version, name } };
  });
  const rest = line.quantity - onSale.reduce((sum, { quantity }) => sum + quantity, 0);
  const regular: Portion[] =
    rest > 0 ? [{ quantity: rest, unitPrice: line.regularPrice, total: timesCents(line.regularPrice, rest) }] : [];
  const portions = [...onSale, ...regular];
  return { ...line, portions, total: sumCents(portions.map((portion) => portion.total)) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
