import { env } from "~/platform/env.server";
import { readShop } from "~/shop/shop.server";

/** The shop settings that appear in the terms. */
export async function readTerms(path: string) {
  const { name, sponsor, address, email, phone, refundDays, taxMode } = await readShop();
  return { shop: { name, sponsor, address, email, phone, refundDays, taxMode }, origin: env().SHOP_URL, path };
}
