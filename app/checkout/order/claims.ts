import type { CourseFormatId, PromotionId, StockId } from "~/core/ids";
import { stageOf } from "~/promotions/kinds/kinds";
import type { PricedCart } from "~/promotions/pricing/priced-cart";
import type { Claim } from "~/stock/claim";

type Stocks = {
  /** Stock of a promotion; undefined where it is not limited. */
  ofPromotion: (promotionId: PromotionId) => StockId | undefined;
  /** Stock of a coupon's code that has a limit of its own. */
  ofCode: (code: string) => StockId | undefined;
  /** Printed copies of a course format; undefined where nothing is mailed. */
  ofFormat: (courseFormatId: CourseFormatId) => StockId | undefined;
};

/** The units that an order must take: of each sale what was priced with it, of each other promotion and each code that took
 *  something off one use, of each book what is mailed. */
export function claimsOf(cart: PricedCart, { ofPromotion, ofCode, ofFormat }: Stocks): Claim[] {
  const units = new Map<StockId, number>();
  const add = (stockId: StockId | undefined, quantity: number) => {
    if (stockId) units.set(stockId, (units.get(stockId) ?? 0) + quantity);
  };
  const used = new Set<StockId | undefined>();
  for (const line of cart.lines) {
    add(ofFormat(line.id), line.quantity);
    for (const { adjustments, quantity } of line.portions)
      for (const { promotionId, kind, code } of adjustments)
        if (stageOf(kind) === "sales") add(ofPromotion(promotionId), quantity);
        else used.add(ofPromotion(promotionId)).add(code ? ofCode(code) : undefined);
  }
  for (const stockId of used) add(stockId, 1);
  return [...units].map(([stockId, claimed]) => ({ stockId, units: claimed }));
}
