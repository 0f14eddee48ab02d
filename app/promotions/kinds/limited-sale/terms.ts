import { z } from "zod";
import { combination } from "../../units/combination";
import { SalePrice } from "../../units/discount";
import type { KindTerms } from "../../units/kind";
import { listSaleCourses, validateSale } from "../../units/sale/terms";
import { Scope } from "../../units/scope";

/** PRICING 4: a sale price for at most N units in total (the promotion's stock) and M per customer (its stock's limit). */
const LimitedSaleTerms = z.strictObject({
  kind: z.literal("limited-sale"),
  scope: Scope,
  price: SalePrice,
  ...combination({ sales: false, automatic: true, coupons: true }),
});
export type LimitedSaleTerms = z.infer<typeof LimitedSaleTerms>;

export const limitedSaleTerms = {
  schema: LimitedSaleTerms,
  validate: validateSale,
  listCourses: listSaleCourses,
  counted: {
    unit: "unit",
    totalHint: "Units for sale at this price",
    defaultPerCustomer: () => null,
    validateLimits: (_terms, { limit }) =>
      limit === null ? [{ field: "limit", message: "Enter how many units are on sale in total." }] : [],
  },
} satisfies KindTerms<LimitedSaleTerms>;
