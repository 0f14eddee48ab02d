import { z } from "zod";
import { combination } from "../../units/combination";
import { SalePrice } from "../../units/discount";
import type { KindTerms } from "../../units/kind";
import { listSaleCourses, validateSale } from "../../units/sale/terms";
import { Scope } from "../../units/scope";

/** A sale price for everyone during its window. */
const ScheduledSaleTerms = z.strictObject({
  kind: z.literal("scheduled-sale"),
  scope: Scope,
  price: SalePrice,
  ...combination({ sales: false, automatic: true, coupons: true }),
});
export type ScheduledSaleTerms = z.infer<typeof ScheduledSaleTerms>;

export const scheduledSaleTerms = {
  schema: ScheduledSaleTerms,
  validate: validateSale,
  listCourses: listSaleCourses,
} satisfies KindTerms<ScheduledSaleTerms>;
