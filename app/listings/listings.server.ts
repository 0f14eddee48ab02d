import { href } from "~/addresses/href";
import { readCatalog } from "~/catalog/read/catalog.server";
import type { DisciplineCode } from "~/catalog/read/disciplines";
import { dayIn, formatInstant } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readOffers } from "~/promotions/offers.server";
import { readShop } from "~/shop/shop.server";
import { makeListing } from "./listing";
import { indexListings } from "./listing-index";
import { listingPath, type Purpose } from "./purpose";

/** A discipline's listing at this moment, with what its printed copy must say about itself. */
export async function readListing(discipline: DisciplineCode, purpose: Purpose) {
  const [shop, catalog] = await Promise.all([readShop(), readCatalog()]);
  const at = now();
  const listing = makeListing(catalog.courses, await readOffers(catalog), {
    discipline,
    purpose,
    today: dayIn(at, shop.timeZone),
  });
  return {
    listing,
    shopName: shop.name,
    /** In the shop's time zone. */
    asOf: formatInstant(at, shop.timeZone),
    at,
    ...placeOf(listingPath(discipline, purpose)),
  };
}

export type ReadListing = Awaited<ReturnType<typeof readListing>>;

export async function readListingIndex() {
  const [shop, catalog] = await Promise.all([readShop(), readCatalog()]);
  const at = now();
  return {
    index: indexListings(catalog.courses, await readOffers(catalog), dayIn(at, shop.timeZone)),
    asOf: formatInstant(at, shop.timeZone),
    shopName: shop.name,
    ...placeOf(href("listings")),
  };
}

/** The page's one address, in parts for search engines and whole for its printed copy. */
function placeOf(path: string) {
  const origin = env().SHOP_URL;
  return { origin, path, liveUrl: shopUrl(path) };
}
