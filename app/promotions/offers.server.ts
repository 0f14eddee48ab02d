import type { Catalog } from "~/catalog/catalog.server";
import type { Course, CourseFormat } from "~/catalog/course";
import { now } from "~/platform/clock.server";
import { readCustomerUnits, readUnitsLeft } from "~/stock/units-left.server";
import type { Offer } from "./offer";
import { type CartLine, isRunning, priceCart, salePrice, type UnitsLeft } from "./price-cart";
import { readPromotions, type StoredPromotion } from "./promotions.server";

/** What one unit of each format costs this moment, for a shopper who has bought nothing yet; by course format id. */
export async function readOffers(catalog: Catalog): Promise<Map<string, Offer>> {
  const at = now();
  const promotions = await readPromotions(at);
  const copies = catalog.courses.flatMap(({ formats }) => formats.flatMap(({ stockId }) => stockId ?? []));
  const left = await readUnitsLeft([...stockIdsOf(promotions), ...copies]);
  const limits = await readCustomerUnits(stockIdsOf(promotions), undefined, []);
  const saleUnits = new Map(promotions.flatMap(({ id, stockId }) => (stockId ? [[id, left.get(stockId) ?? 0]] : [])));

  const offerOf = (course: Course, format: CourseFormat): Offer => {
    const line = lineOf(course, format);
    const [portion] =
      priceCart([line], promotions, saleUnits, { unitsAllowed: new Map() }, at).lines[0]?.portions ?? [];
    const promotion = promotions.find(({ id }) => id === portion?.promotion?.id);
    return {
      regular: format.price,
      price: portion?.unitPrice ?? format.price,
      sale: promotion && {
        promotionId: promotion.id,
        name: promotion.name,
        unitsLeft: saleUnits.get(promotion.id) ?? 0,
        endsAt: promotion.endsAt.toISOString(),
        perCustomer: (promotion.stockId && limits.get(promotion.stockId)?.perCustomer) || null,
      },
      isSaleSoldOut: !promotion && promotions.some((other) => isSoldOut(other, line, saleUnits, at)),
      copiesLeft: format.stockId ? (left.get(format.stockId) ?? 0) : undefined,
    };
  };
  return new Map(
    catalog.courses.flatMap((course) => course.formats.map((format) => [format.id, offerOf(course, format)])),
  );
}

function isSoldOut(promotion: StoredPromotion, line: CartLine, left: UnitsLeft, at: Date): boolean {
  return isRunning(promotion, at) && salePrice(promotion.terms, line) !== undefined && left.get(promotion.id) === 0;
}

export type FeaturedSale = {
  promotionId: string;
  name: string;
  courseSlug: string;
  title: string;
  price: number;
  regular: number;
  unitsLeft: number;
  endsAt: string;
};

/** The sale that the banner shows: featured, running and not sold out. */
export async function readFeaturedSale(catalog: Catalog): Promise<FeaturedSale | undefined> {
  const at = now();
  const promotions = (await readPromotions(at)).filter((promotion) => promotion.isFeatured && isRunning(promotion, at));
  if (promotions.length === 0) return undefined;
  const offers = await readOffers(catalog);
  for (const { id, name, terms, endsAt } of promotions) {
    const course = catalog.byId.get(terms.courseId);
    const offer = course?.formats
      .map((format) => offers.get(format.id))
      .find((candidate) => candidate?.sale?.promotionId === id);
    if (!course || !offer?.sale) continue;
    const { price, regular, sale } = offer;
    const { slug: courseSlug, title } = course;
    return {
      promotionId: id,
      name,
      courseSlug,
      title,
      price,
      regular,
      unitsLeft: sale.unitsLeft,
      endsAt: endsAt.toISOString(),
    };
  }
  return undefined;
}

export function stockIdsOf(promotions: StoredPromotion[]): string[] {
  return promotions.flatMap(({ stockId }) => stockId ?? []);
}

function lineOf(course: Course, format: CourseFormat): CartLine {
  return { id: format.id, courseId: course.id, format: format.format, quantity: 1, regularPrice: format.price };
}
