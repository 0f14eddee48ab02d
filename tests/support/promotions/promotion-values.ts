import { Terms } from "~/promotions/kinds/kinds";
import type { PromotionValues } from "~/promotions/store/check-values";

/** The terms of the sample sale at a different price. */
export const saleTermsAt = (dollars: number) =>
  Terms.parse({
    kind: "limited-sale",
    scope: { courseIds: ["iv-therapeutics"], formats: ["book_by_mail", "ebook"] },
    price: { kind: "price", cents: dollars * 100 },
  });
export const couponValues = (codes: string[], change: Partial<PromotionValues> = {}): PromotionValues => ({
  name: "Ten percent",
  terms: Terms.parse({ kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 } }),
  limit: null,
  perCustomer: 1,
  startsAt: new Date("2026-01-01T06:00:00Z"),
  endsAt: new Date("2036-01-01T06:00:00Z"),
  isPaused: false,
  isFeatured: false,
  isPublished: true,
  codes,
  ...change,
});
