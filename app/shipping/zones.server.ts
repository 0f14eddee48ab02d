import { z } from "zod";
import { cents } from "~/core/money";
import { db } from "~/platform/db.server";
import { Region, type Zone } from "./zones";

/** The shop's zones in the order in which staff put them, each with its rates, lightest first. */
export async function readZones(): Promise<Zone[]> {
  const rows = await db().shippingZone.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { rates: { orderBy: { upToGrams: "asc" } } },
  });
  return rows.map(({ id, name, regions, rates }) => ({
    id,
    name,
    regions: z.array(Region).parse(regions),
    rates: rates.map(({ upToGrams, priceCents }) => ({ upToGrams, price: cents(priceCents) })),
  }));
}
