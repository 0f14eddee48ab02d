import { ShippingZoneId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import type { Option } from "~/ui/field";
import { countParcels } from "../parcels/parcels.server";
import { countryOptions, regionName, statesOf } from "../regions";
import { zoneText } from "../zone-text";
import { readZones, type ZoneRecord } from "../zones.server";
import { shippingZoneFields } from "./zone-form";

/** Zones, packaging, and books without a weight, for the shipping page. */
export async function readShippingPage() {
  const [zones, { packagingGrams }, books, parcels] = await Promise.all([
    readZones(),
    readShop(),
    readBookWeights(),
    countParcels(),
  ]);
  return {
    zones: zones.map((zone) => ({ id: zone.id, ...zoneText(zone) })),
    packagingGrams,
    parcels,
    books,
    countries: countryOptions(),
    /** Titles charged as an empty parcel. */
    weightless: books.filter(({ grams }) => grams === null).map(({ title }) => title),
  };
}
export type ShippingPage = Awaited<ReturnType<typeof readShippingPage>>;

/** Every printed book by title, with its weight in grams if known. */
export async function readBookWeights() {
  const rows = await db().courseFormat.findMany({
    where: { format: "book_by_mail", course: { status: "published" } },
    select: { id: true, weightGrams: true, course: { select: { title: true } } },
    orderBy: { course: { title: "asc" } },
  });
  return rows.map(({ id, weightGrams, course }) => ({ id, title: course.title, grams: weightGrams }));
}

/** An empty form. */
export async function readNewZone() {
  return { id: ShippingZoneId.parse(newSecret()), regions: regionOptions(await readZones(), undefined) };
}

/** One zone for its page. Throws a 404 if there is none. */
export async function readZonePage(zoneId: ShippingZoneId) {
  const [zones, { timeZone }] = await Promise.all([readZones(), readShop()]);
  const zone = zones.find(({ id }) => id === zoneId);
  if (!zone) throw new Response("We couldn’t find this zone.", { status: 404 });
  return {
    timeZone,
    id: zone.id,
    name: zone.name,
    revision: zone.revision,
    fields: shippingZoneFields(zone),
    regions: regionOptions(zones, zoneId),
  };
}
export type ZonePage = Awaited<ReturnType<typeof readZonePage>>;

/** Every region a zone can cover: the US and its states first, then other countries with states, then the rest; each with the other
 *  zone that has it. */
function regionOptions(zones: ZoneRecord[], own: string | undefined): Option[] {
  const holders = new Map(
    zones.filter(({ id }) => id !== own).flatMap(({ regions, name }) => regions.map((region) => [region, name])),
  );
  const labeled = (value: string) => {
    const holder = holders.get(value);
    return { value, label: `${regionName(value)}${holder ? ` (now in ${holder})` : ""}` };
  };
  return countryOptions().flatMap(({ value: country }) => {
    const states = Object.keys(statesOf(country) ?? {}).map((state) => labeled(`${country}-${state}`));
    return [labeled(country), ...states];
  });
}
