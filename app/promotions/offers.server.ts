import { hasEnded } from "~/catalog/approval-state";
import type { Catalog } from "~/catalog/catalog.server";
import type { Course, CourseFormat } from "~/catalog/course";
import type { CourseOffer } from "~/catalog/course-offer";
import type { FeaturedSale } from "~/catalog/home-view";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { readShop } from "~/shop/shop.server";
import { cartLineOf } from "./cart-line";
import { saleDiscount } from "./discount";
import { readLimits } from "./limits.server";
import { priceCart } from "./price-cart";
import type { CartLine, Stock } from "./priced-cart";
import { isOfKind, isRunning, type Promotion } from "./promotion";
import { readPromotions } from "./promotions.server";
import { isInScope } from "./scope";

/** A moment at which a promotion is looked at before it is published. */
type Preview = { at: Date; promotionId: string };

/** What one unit of each format costs this moment, from the one pricing function, for a shopper who has bought nothing yet
 *  and has no coupon; by course format id. */
export async function readOffers(catalog: Catalog, preview?: Preview): Promise<Map<string, CourseOffer>> {
  const at = preview?.at ?? now();
  const promotions = await readPromotions(at, [], preview?.promotionId);
  const copies = catalog.courses.flatMap(({ formats }) => formats.flatMap(({ stockId }) => stockId ?? []));
  const { stock, unitsAllowed, free } = await readLimits(promotions, copies);

  const offerOf = (course: Course, format: CourseFormat): CourseOffer => {
    const line = cartLineOf(course, format, 1);
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
      },
      isSaleSoldOut: !promotion && promotions.some((other) => isSoldOut(other, line, stock, at)),
      copiesLeft: format.stockId ? (free(format.stockId) ?? 0) : undefined,
    };
  };
  return new Map(
    catalog.courses.flatMap((course) => course.formats.map((format) => [format.id, offerOf(course, format)])),
  );
}

function isSoldOut(promotion: Promotion, line: CartLine, { units }: Stock, at: Date): boolean {
  if (!isOfKind(promotion, "limited-sale") || !isRunning(promotion, at) || units.get(promotion.id) !== 0) return false;
  const { scope, price } = promotion.terms;
  return isInScope(scope, line) && saleDiscount(price, line.regularPrice, 1) > 0;
}

/** The sale that the banner shows, with the first course that it prices now: featured, running and not sold out. */
export async function readFeaturedSale(
  catalog: Catalog,
  offers: ReadonlyMap<string, CourseOffer>,
): Promise<FeaturedSale | undefined> {
  const at = now();
  const [{ timeZone }, promotions] = await Promise.all([readShop(), readPromotions(at)]);
  const today = dayIn(at, timeZone);
  const courses = catalog.courses.filter((course) => !hasEnded(course.approval, today));
  for (const { id } of promotions.filter(({ isFeatured }) => isFeatured))
    for (const { slug, formats } of courses) {
      const offer = formats.map((format) => offers.get(format.id)).find((one) => one?.sale?.promotionId === id);
      if (!offer?.sale) continue;
      const { price, regular, sale } = offer;
      const { name, unitsLeft, endsAt } = sale;
      return { name, courseSlug: slug, price, regular, unitsLeft, endsAt };
    }
  return undefined;
}
