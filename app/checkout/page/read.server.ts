import { currentCustomer } from "~/accounts/customer-session.server";
import { cartIdOf, readLines } from "~/cart/cart.server";
import { viewCart } from "~/cart/cart-view";
import { readPricedCart } from "~/cart/priced-cart.server";
import { readCatalog } from "~/catalog/read/catalog.server";
import { isMailed } from "~/catalog/read/formats";
import type { CartId } from "~/core/ids";
import { countryOptions } from "~/shipping/regions";
import { readCountriesServed } from "~/shipping/zones.server";
import { readShop } from "~/shop/shop.server";
import type { ExtraFields } from "../form/schema";
import { openOrderIdsOfCart } from "../order/open-orders.server";

/** GET /checkout: the page's data before anything is typed. */
export async function readCheckoutPage(request: Request) {
  const cartId = await cartIdOf(request);
  const [ownOrders, customer] = await Promise.all([openOrderIdsOfCart(cartId), currentCustomer(request)]);
  const shopper = { cartId, ownOrders, customerKey: customer?.customerKey };
  const [cart, extraFields] = await Promise.all([readPricedCart(shopper), readExtraFields(cartId)]);
  return {
    cart: viewCart(cart),
    extraFields,
    countries: extraFields.address ? await readCountriesServed() : extraFields.taxPlace ? countryOptions() : [],
    refundDays: cart.shop.refundDays,
    email: customer?.email,
  };
}

/** Which extra fields the visitor's cart needs. Does not price the cart: a crowd may submit this form at the same time. */
export async function readExtraFields(cartId: CartId | undefined): Promise<ExtraFields> {
  const [{ byFormat }, { taxMode }, lines] = await Promise.all([readCatalog(), readShop(), readLines(cartId)]);
  const units = new Map<string, number>();
  let address = false;
  for (const { courseFormatId, quantity } of lines) {
    const course = byFormat.get(courseFormatId);
    const format = course?.formats.find(({ id }) => id === courseFormatId);
    if (!course || !format) continue;
    units.set(course.id, (units.get(course.id) ?? 0) + quantity);
    if (isMailed(format.format)) address = true;
  }
  return { address, taxPlace: taxMode === "stripe" && !address, maximumSeats: Math.max(1, ...units.values()) };
}
