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
import type { Asked } from "../form/checkout-form";
import { openOrdersOfCart } from "../order/open-orders.server";

/** What the page before payment shows before anything was typed. */
export async function readCheckout(request: Request) {
  const cartId = await cartIdOf(request);
  const [ownOrders, customer] = await Promise.all([openOrdersOfCart(cartId), currentCustomer(request)]);
  const shopper = { cartId, ownOrders, customerKey: customer?.customerKey };
  const [cart, asked] = await Promise.all([readPricedCart(shopper), readAsked(cartId)]);
  return {
    cart: viewCart(cart),
    asked,
    countries: asked.address ? await readCountriesServed() : asked.taxPlace ? countryOptions() : [],
    refundDays: cart.shop.refundDays,
    email: customer?.email,
  };
}

/** What the visitor's cart makes the page ask; without pricing it, since a crowd sends this form at once. */
export async function readAsked(cartId: CartId | undefined): Promise<Asked> {
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
  return { address, taxPlace: taxMode === "stripe" && !address, mostSeats: Math.max(1, ...units.values()) };
}
