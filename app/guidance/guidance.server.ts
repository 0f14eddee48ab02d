import { addMonths, dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { readShop } from "~/shop/shop.server";
import { bienniumFrom } from "./structured-education/biennium";
import { windowStart } from "./structured-education/evaluate";
import { describeTaxonomy } from "./taxonomy";

/** Includes both leap-year and regular Februaries. */
const births = [
  { birthMonth: "January", month: 1, year: 2026 },
  { birthMonth: "March", month: 3, year: 2025 },
  { birthMonth: "March", month: 3, year: 2026 },
  { birthMonth: "July", month: 7, year: 2026 },
  { birthMonth: "December", month: 12, year: 2026 },
];

/** What a guidance page needs: the shop, the page's canonical path, today's date, and today's taxonomy. */
export async function readGuidance(path: string) {
  const { name, email, timeZone } = await readShop();
  const today = dayIn(now(), timeZone);
  return {
    shop: { name, email },
    origin: env().SHOP_URL,
    path,
    today,
    windowStart: windowStart(today),
    bienniums: births.map(({ birthMonth, month, year }) => ({ birthMonth, ...bienniumFrom(year, month) })),
    taxonomy: describeTaxonomy(today, addMonths(today, -12), addMonths(today, 12)),
  };
}

export type Guidance = Awaited<ReturnType<typeof readGuidance>>;

/** The shop settings that appear in the terms. */
export async function readTerms(path: string) {
  const { name, sponsor, address, email, phone, refundDays, taxMode } = await readShop();
  return { shop: { name, sponsor, address, email, phone, refundDays, taxMode }, origin: env().SHOP_URL, path };
}
