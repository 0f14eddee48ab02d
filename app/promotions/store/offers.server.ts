import type { Catalog } from "~/catalog/read/catalog.server";
import type { Course, CourseFormat } from "~/catalog/read/course";
import type { CourseOffer } from "~/catalog/read/course-offer";
import type { CourseFormatId, PromotionId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { isSale, type Promotion } from "../kinds/kinds";
import { priceCart } from "../pricing/price-cart";
import type { Stock } from "../pricing/priced-cart";
import { type CartLine, toCartLine } from "../units/cart-line";
import { saleDiscount } from "../units/discount";
import { isRunning } from "../units/promotion";
import { isInScope } from "../units/scope";
import { readLimits } from "./limits.server";
import { readPromotions } from "./promotions.server";

/** A promotion that staff preview before publishing, at a moment in its window. */
type Preview = { at: Date; promotionId: PromotionId };

/** What one unit of each format costs now, from the one pricing function, for a shopper who has bought nothing yet and has no coupon; by
 *  course format id. */
export async function readOffers(catalog: Catalog, preview?: Preview): Promise<Map<CourseFormatId, CourseOffer>> {
  const at = preview?.at ?? now();
  const promotions = (await readPromotions(at, [], preview?.promotionId)).filter((promotion) =>
    isRunning(promotion, at),
  );
  const copies = catalog.courses.flatMap(({ formats }) => formats.flatMap(({ stockId }) => stockId ?? []));
  const { stock, unitsAllowed, free } = await readLimits(promotions, copies);

  const offerOf = (course: Course, format: CourseFormat): CourseOffer => {
    const line = toCartLine(course, format, 1);
    const priced = priceCart([line], promotions, stock, { unitsAllowed }, at);
    const [adjustment] = priced.lines[0]?.portions[0]?.adjustments ?? [];
    const promotion = promotions.find(({ id }) => id === adjustment?.promotionId);
    return {
      regular: format.price,
      price: priced.items,
      sale: promotion && {
        promotionId: promotion.id,
        name: promotion.name,
        unitsLeft: stock.units.get(promotion.id) ?? null,
        endsAt: promotion.endsAt.toISOString(),
        perCustomer: unitsAllowed.get(promotion.id) ?? null,
        isFeatured: promotion.isFeatured,
      },
      isSaleSoldOut: !promotion && promotions.some((other) => isSoldOut(other, line, stock)),
      copiesLeft: format.stockId ? (free(format.stockId) ?? 0) : undefined,
    };
  };
  return new Map(
    catalog.courses.flatMap((course) => course.formats.map((format) => [format.id, offerOf(course, format)])),
  );
}

function isSoldOut(promotion: Promotion, line: CartLine, { units }: Stock): boolean {
  if (!isSale(promotion) || units.get(promotion.id) !== 0) return false;
  const { scope, price } = promotion.terms;
  return isInScope(scope, line) && saleDiscount(price, line.regularPrice, 1) > 0;
}
