import type { Queries } from "~/platform/db/client.server";
import { Terms } from "~/promotions/kinds/kinds";
import { noTotalLimit } from "~/stock/claim";

const day = 86_400_000;

type Sample = {
  id: string;
  name: string;
  terms: object;
  /** Sale units or uses, in total and per customer. */
  limit?: { capacity: number; perCustomer: number };
  code?: string;
  isFeatured?: boolean;
};

const samples: Sample[] = [
  {
    id: "iv-therapeutics-sale",
    // "IV Therapeutics for $99.50, quantities are limited."
    name: "IV Therapeutics for $99.50",
    terms: {
      kind: "limited-sale",
      scope: { courseIds: ["iv-therapeutics"], formats: ["book_by_mail", "ebook"] },
      price: { kind: "price", cents: 9950 },
    },
    limit: { capacity: 40, perCustomer: 2 },
    isFeatured: true,
  },
  {
    id: "ten",
    name: "10% off, not on sale prices",
    terms: { kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 } },
    limit: { capacity: noTotalLimit, perCustomer: 1 },
    code: "TEN",
  },
  {
    id: "ct-together",
    name: "Three or more CT courses",
    terms: {
      kind: "quantity-tiers",
      // Courses with credits in image production: what a CT department buys for its staff.
      scope: { contentCategories: ["CT:IP"] },
      tiers: [{ quantity: 3, discount: 1500 }],
    },
  },
];

/** One promotion for each stage: a limited sale, a group price, and a coupon, all running. */
export async function seedPromotions(tx: Queries, at: Date): Promise<void> {
  const startsAt = new Date(at.getTime() - 7 * day);
  const endsAt = new Date(at.getTime() + 30 * day);
  for (const { id, name, terms, limit, code, isFeatured = false } of samples) {
    if (limit) await tx.stock.create({ data: { id, ...limit } });
    const version = { terms: Terms.parse(terms), startsAt, endsAt };
    await tx.promotion.create({
      data: {
        id,
        name,
        ...version,
        featured: isFeatured,
        stockId: limit && id,
        codes: code ? { create: { code, createdAt: startsAt } } : undefined,
        versions: { create: { version: 1, ...version, status: "active", createdAt: startsAt } },
      },
    });
  }
}
