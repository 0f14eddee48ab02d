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
  /** Who computes sales tax: no one, or Stripe Tax. */
  taxMode: z.enum(["none", "stripe"]),
  /** Days after payment within which a buyer may request a refund. */
  refundDays: z.number().int(),
  catalogRevision: z.number().int(),
});
export type Shop = z.infer<typeof Shop>;

/** The shop's own settings. Throws if the database was never seeded. */
export async function readShop(): Promise<Shop> {
  const row = await db().shop.findUnique({ where: { id: 1 } });
  if (!row) throw new Error("The database has no shop yet. Run: npm run seed");
  return Shop.parse(row);
}
