import { readCatalog } from "~/catalog/catalog.server";
import type { Course, CourseFormat } from "~/catalog/course";
import type { Day } from "~/core/dates";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { type CartLine, type PricedCart, priceCart, type UnitsLeft } from "~/promotions/price-cart";
import { readPromotions, type StoredPromotion } from "~/promotions/promotions.server";
import { readShop, type Shop } from "~/shop/shop.server";
import { readCustomerUnits, readHeldUnits, readUnitsLeft } from "~/stock/units-left.server";
import { readBoughtCourses, readLines } from "./cart.server";
import { type LineNote, lineNotes } from "./line-notes";

export type CartShopper = {
  cartId: string | undefined;
  /** Normalised e-mail, once the shopper has told it. */
  customerKey?: string;
  /** Open orders of this shopper: what they hold counts as free for him or her. */
  ownOrders?: string[];
};

export type CartItem = { line: CartLine; course: Course; format: CourseFormat; notes: LineNote[] };

export type ReadCart = {
  shop: Shop;
  today: Day;
  items: CartItem[];
  /** Formats in the cart that the shop no longer sells. */
  gone: string[];
  priced: PricedCart;
  promotions: StoredPromotion[];
  /** The catalog's revision that all of this is true for. */
  revision: number;
  shippingCents: number;
  totalCents: number;
};

/** The visitor's cart, priced afresh. */
export async function readPricedCart({ cartId, customerKey, ownOrders = [] }: CartShopper): Promise<ReadCart> {
  const at = now();
  // The revision first: a sale that is edited while the rest is read then counts as changed, and is not sold at old terms.
  const catalog = await readCatalog(at);
  const [shop, stored, promotions, bought] = await Promise.all([
    readShop(),
    readLines(cartId),
    readPromotions(at),
    readBoughtCourses(cartId),
  ]);
  const today = dayIn(at, shop.timeZone);
  const sold = stored.flatMap(({ courseFormatId, quantity }) => {
    const course = catalog.byFormat.get(courseFormatId);
    const format = course?.formats.find(({ id }) => id === courseFormatId);
    if (!course || !format) return [];
    const line: CartLine = {
      id: courseFormatId,
      courseId: course.id,
      format: format.format,
      quantity,
      regularPrice: format.price,
    };
    return [{ line, course, format }];
  });

  const saleStocks = promotions.flatMap(({ stockId }) => stockId ?? []);
  const bookStocks = sold.flatMap(({ format }) => format.stockId ?? []);
  const [left, held, customer] = await Promise.all([
    readUnitsLeft([...saleStocks, ...bookStocks]),
    readHeldUnits(ownOrders),
    readCustomerUnits(saleStocks, customerKey, ownOrders),
  ]);
  const free = (stockId: string) => (left.get(stockId) ?? 0) + (held.get(stockId) ?? 0);
  const priced = priceCart(
    sold.map(({ line }) => line),
    promotions,
    unitsByPromotion(promotions, free),
    { unitsAllowed: allowedByPromotion(promotions, customer) },
    at,
  );
  const shippingCents = sold.some(({ format }) => format.stockId) ? shop.shippingCents : 0;
  return {
    shop,
    today,
    items: sold.map(({ line, course, format }) => ({
      line,
      course,
      format,
      notes: lineNotes({
        quantity: line.quantity,
        approval: course.approval,
        today,
        copiesLeft: format.stockId ? free(format.stockId) : undefined,
        otherFormats: sold.filter((other) => other.course.id === course.id).length - 1,
        isBoughtBefore: bought.has(course.id),
        isComplete: course.isComplete,
      }),
    })),
    gone: stored
      .filter(({ courseFormatId }) => !catalog.byFormat.has(courseFormatId))
      .map((line) => line.courseFormatId),
    priced,
    promotions,
    revision: catalog.revision,
    shippingCents,
    totalCents: priced.items + shippingCents,
  };
}

function unitsByPromotion(promotions: StoredPromotion[], free: (stockId: string) => number): UnitsLeft {
  return new Map(promotions.flatMap(({ id, stockId }) => (stockId ? [[id, free(stockId)]] : [])));
}

function allowedByPromotion(
  promotions: StoredPromotion[],
  customer: Map<string, { taken: number; perCustomer: number | null }>,
): Map<string, number> {
  return new Map(
    promotions.flatMap(({ id, stockId }) => {
      const units = stockId ? customer.get(stockId) : undefined;
      return units?.perCustomer == null ? [] : [[id, units.perCustomer - units.taken]];
    }),
  );
}
