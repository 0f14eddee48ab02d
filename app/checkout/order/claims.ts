import type { CourseFormatId, PromotionId, StockId } from "~/core/ids";
import { stageOf } from "~/promotions/kinds/kinds";
import type { PricedCart } from "~/promotions/pricing/priced-cart";
import type { Claim } from "~/stock/claim";

type Stocks = {
  /** A promotion's stock; undefined if it is not limited. */
  ofPromotion: (promotionId: PromotionId) => StockId | undefined;
  /** The stock of a coupon code with its own limit. */
  ofCode: (code: string) => StockId | undefined;
  /** The printed copies of a course format; undefined if it is not mailed. */
  ofFormat: (courseFormatId: CourseFormatId) => StockId | undefined;
};

/** The limited units an order must take: for each sale, the units priced with it; for each other promotion or code that saved
 *  something, one use; for each book, the copies to mail. */
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
