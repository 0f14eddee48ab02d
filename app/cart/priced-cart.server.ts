import { type Catalog, readCatalog } from "~/catalog/read/catalog.server";
import type { Course, CourseFormat } from "~/catalog/read/course";
import { isMailed } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import type { CartId, CourseFormatId, CustomerKey, OrderId } from "~/core/ids";
import { type Cents, sumCents } from "~/core/money";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { priceCart } from "~/promotions/pricing/price-cart";
import type { PricedCart } from "~/promotions/pricing/priced-cart";
import { readLimits } from "~/promotions/store/limits.server";
import { readPromotions, type StoredPromotion } from "~/promotions/store/promotions.server";
import { type CartLine, toCartLine } from "~/promotions/units/cart-line";
import { mailingCents } from "~/shipping/mailing";
import { type Destination, type Estimate, estimateShipping, type Quote, quoteShipping } from "~/shipping/zones";
import { readZones } from "~/shipping/zones.server";
import { readShop, type Shop } from "~/shop/shop.server";
import { readBoughtCourses, readCodes, readLines } from "./cart.server";
import { type LineNote, lineNotes } from "./line-notes";

export type CartShopper = {
  cartId: CartId | undefined;
  /** Normalized e-mail, once known. */
  customerKey?: CustomerKey;
  /** The shopper's open orders. Units they hold count as available to this shopper. */
  ownOrders?: OrderId[];
  /** A code to try that is not in the cart yet. */
  triedCode?: string;
  /** Where books are mailed, once known. */
  destination?: Destination;
};

export type CartItem = { line: CartLine; course: Course; format: CourseFormat; notes: LineNote[] };

export type ReadCart = {
  shop: Shop;
  items: CartItem[];
  /** Formats in the cart that the shop no longer sells. */
  unavailable: CourseFormatId[];
  /** Coupon codes in the order they were entered. */
  codes: string[];
  priced: PricedCart;
  promotions: StoredPromotion[];
  /** The catalog, with the revision this cart was priced at. */
  catalog: Catalog;
  /** Of everything mailed, including packaging; 0 if nothing is. */
  weightGrams: number;
  /** An estimate until the destination is known; undefined when nothing is mailed. */
  shipping: Quote | Estimate | undefined;
  /** The lowest rate, until the destination is known. */
  shippingCents: Cents;
  totalCents: Cents;
};

/** The visitor's cart, freshly priced. */
export async function readPricedCart(shopper: CartShopper): Promise<ReadCart> {
  const { cartId, customerKey, ownOrders, triedCode, destination } = shopper;
  const at = now();
  // Read the revision first: a sale edited during the other reads then counts as changed and is not sold on old terms.
  const catalog = await readCatalog(at);
  const [shop, zones, stored, entered, bought, isFirstOrder] = await Promise.all([
    readShop(),
    readZones(),
    readLines(cartId),
    readCodes(cartId),
    readBoughtCourses(cartId),
    readIsFirstOrder(customerKey),
  ]);
  const codes = triedCode === undefined ? entered : [...entered.filter((code) => code !== triedCode), triedCode];
  const promotions = await readPromotions(at, codes);
  const today = dayIn(at, shop.timeZone);
  const sold = stored.flatMap(({ courseFormatId, quantity }) => {
    const course = catalog.byFormat.get(courseFormatId);
    const format = course?.formats.find(({ id }) => id === courseFormatId);
    return course && format ? [{ line: toCartLine(course, format, quantity), course, format }] : [];
  });
  const bookStocks = sold.flatMap(({ format }) => format.stockId ?? []);
  const { stock, unitsAllowed, free } = await readLimits(promotions, bookStocks, { customerKey, ownOrders });
  const priced = priceCart(
    sold.map(({ line }) => line),
    promotions,
    stock,
    { unitsAllowed, codes, isFirstOrder },
    at,
  );
  const books = sold.filter(({ format }) => isMailed(format.format));
  const weightGrams =
    books.length > 0
      ? books.reduce(
          (grams, { line, format }) => grams + line.quantity * (format.weightGrams ?? 0),
          shop.packagingGrams,
        )
      : 0;
  const quote = () =>
    destination ? quoteShipping(zones, destination, weightGrams) : estimateShipping(zones, weightGrams);
  const shipping = books.length > 0 ? quote() : undefined;
  const shippingCents = mailingCents(shipping);
  return {
    shop,
    items: sold.map(({ line, course, format }) => ({
      line,
      course,
      format,
      notes: lineNotes({
        quantity: line.quantity,
        approval: course.approval,
        today,
        copiesLeft: format.stockId ? (free(format.stockId) ?? 0) : undefined,
        otherFormats: sold.filter((other) => other.course.id === course.id).length - 1,
        isBoughtBefore: bought.has(course.id),
        isComplete: course.isComplete,
      }),
    })),
    unavailable: stored
      .filter(({ courseFormatId }) => !catalog.byFormat.has(courseFormatId))
      .map((line) => line.courseFormatId),
    codes,
    priced,
    promotions,
    catalog,
    weightGrams,
    shipping,
    shippingCents,
    totalCents: sumCents([priced.items, shippingCents]),
  };
}

/** Whether this customer has never paid for an order; undefined while the customer is unknown. */
async function readIsFirstOrder(customerKey: CustomerKey | undefined): Promise<boolean | undefined> {
  if (customerKey === undefined) return undefined;
  return (await db().order.count({ where: { customerKey, state: "paid" } })) === 0;
}
