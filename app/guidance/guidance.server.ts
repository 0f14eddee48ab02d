import { addMonths, dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { readShop } from "~/shop/shop.server";
import { windowStart } from "./structured-education";
import { describeTaxonomy } from "./taxonomy";

/** What a page of guidance needs: whose shop it is, the page's one address, today, and the taxonomy as of today. */
export async function readGuidance(path: string) {
  const { name, email, timeZone } = await readShop();
  const today = dayIn(now(), timeZone);
  return {
    shop: { name, email },
    canonical: `${env().SHOP_URL}${path}`,
    today,
    windowStart: windowStart(today),
    taxonomy: describeTaxonomy(today, addMonths(today, -12), addMonths(today, 12)),
  };
}

export type Guidance = Awaited<ReturnType<typeof readGuidance>>;
