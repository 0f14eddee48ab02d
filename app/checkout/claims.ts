import type { PricedCart } from "~/promotions/price-cart";
import type { Claim } from "~/stock/claim";

type Stocks = {
  /** Stock of a promotion; undefined where it is not limited. */
  ofPromotion: (promotionId: string) => string | undefined;
  /** Printed copies of a course format; undefined where nothing is mailed. */
  ofFormat: (courseFormatId: string) => string | undefined;
};

/** The units that an order must take: of each sale what was priced with it, of each book what is mailed. */
export function claimsOf(cart: PricedCart, { ofPromotion, ofFormat }: Stocks): Claim[] {
  const units = new Map<string, number>();
  const add = (stockId: string | undefined, quantity: number) => {
    if (stockId) units.set(stockId, (units.get(stockId) ?? 0) + quantity);
  };
  for (const line of cart.lines) {
    add(ofFormat(line.id), line.quantity);
    for (const { promotion, quantity } of line.portions) if (promotion) add(ofPromotion(promotion.id), quantity);
  }
  return [...units].map(([stockId, claimed]) => ({ stockId, units: claimed }));
}
