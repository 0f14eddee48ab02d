import { z } from "zod";
import { db } from "~/platform/db/client.server";

const Shop = z.object({
  mode: z.enum(["demo", "test", "live"]),
  name: z.string(),
  tagline: z.string(),
  sponsor: z.string(),
  signatoryName: z.string(),
  signatoryTitle: z.string(),
  address: z.array(z.string()),
  email: z.string(),
  phone: z.string(),
  timeZone: z.string(),
  packagingGrams: z.number().int(),
  /** Who computes sales tax: nobody, or Stripe Tax. */
  taxMode: z.enum(["none", "stripe"]),
  /** Within so many days of payment a buyer may ask for a refund. */
  refundDays: z.number().int(),
  catalogRevision: z.number().int(),
});
export type Shop = z.infer<typeof Shop>;

/** Whose shop this is. Throws where the database was never seeded. */
export async function readShop(): Promise<Shop> {
  const row = await db().shop.findUnique({ where: { id: 1 } });
  if (!row) throw new Error("The database has no shop yet. Run: npm run seed");
  return Shop.parse(row);
}
