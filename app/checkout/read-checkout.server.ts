import { cartIdOf } from "~/cart/cart.server";
import { viewCart } from "~/cart/cart-view";
import { type ReadCart, readPricedCart } from "~/cart/priced-cart.server";
import { countryCodes, regionName } from "~/shipping/regions";
import { readCountriesServed } from "~/shipping/zones.server";
import type { Option } from "~/ui/field";
import type { Asked } from "./checkout-form";
import { openOrdersOfCart } from "./open-orders.server";

/** What the page before payment shows before anything was typed. */
export async function readCheckout(request: Request) {
  const cartId = await cartIdOf(request);
  const cart = await readPricedCart({ cartId, ownOrders: await openOrdersOfCart(cartId) });
  const asked = askedOf(cart);
  return {
    cart: viewCart(cart),
    asked,
    countries: asked.address ? await readCountriesServed() : asked.taxPlace ? allCountries() : [],
    refundDays: cart.shop.refundDays,
  };
}

export function askedOf({ shop, shipping, items }: ReadCart): Asked {
  const units = new Map<string, number>();
  for (const { course, line } of items) units.set(course.id, (units.get(course.id) ?? 0) + line.quantity);
  const address = shipping !== undefined;
  return { address, taxPlace: shop.taxMode === "stripe" && !address, mostSeats: Math.max(1, ...units.values()) };
}

/** The shop's own country first. */
function allCountries(): Option[] {
  const options = countryCodes.map((value) => ({ value, label: regionName(value) }));
  const home = options.filter(({ value }) => value === "US");
  const abroad = options.filter(({ value }) => value !== "US");
  return [...home, ...abroad.sort((a, b) => a.label.localeCompare(b.label, "en"))];
}
