import { z } from "zod";
import { cents } from "~/core/money";
import { db, type Queries } from "~/platform/db/client.server";
import type { Option } from "~/ui/field";
import { countryOptions } from "./regions";
import { countriesServed, Region, type Zone } from "./zones";

export type ZoneRecord = Zone & { revision: number };

/** The shop's zones in the order in which staff put them, each with its rates, lightest first. */
export async function readZones(queries: Queries = db()): Promise<ZoneRecord[]> {
  const rows = await queries.shippingZone.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { rates: { orderBy: { upToGrams: "asc" } } },
  });
  return rows.map(({ id, name, revision, regions, rates }) => ({
    id,
    name,
    revision,
    regions: z.array(Region).parse(regions),
    rates: rates.map(({ upToGrams, priceCents }) => ({ upToGrams, price: cents(priceCents) })),
  }));
}

/** The countries that at least one zone reaches, as a form offers them. */
export async function readCountriesServed(): Promise<Option[]> {
  return countryOptions(countriesServed(await readZones()));
}
