import type { Queries } from "~/platform/db/client.server";

/** Grams, including packaging, and cents: US mail book rates, rounded to what a small shop would charge. */
const zones = [
  {
    id: "united-states",
    name: "Contiguous states",
    regions: ["US"],
    rates: { 500: 595, 1000: 895, 2000: 1195, 5000: 1895, 10000: 2995, 20000: 4995 },
  },
  {
    id: "alaska-hawaii",
    name: "Alaska, Hawaii, territories and armed forces",
    regions: ["US-AK", "US-HI", "US-PR", "US-GU", "US-VI", "US-AS", "US-MP", "US-AA", "US-AE", "US-AP"],
    rates: { 500: 895, 1000: 1395, 2000: 1995, 5000: 3495, 10000: 5995 },
  },
  { id: "canada", name: "Canada", regions: ["CA"], rates: { 500: 1695, 1000: 2495, 2000: 3495 } },
];

/** Where the sample shop mails to. The maximum parcel weight differs by zone. */
export async function seedZones(tx: Queries): Promise<void> {
  for (const [position, { rates, ...zone }] of zones.entries())
    await tx.shippingZone.create({
      data: {
        ...zone,
        position,
        rates: {
          create: Object.entries(rates).map(([grams, priceCents]) => ({ upToGrams: Number(grams), priceCents })),
        },
      },
    });
}
