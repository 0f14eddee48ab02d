import { z } from "zod";
import { combination } from "../../units/combination";
import { SalePrice } from "../../units/discount";
import { Scope } from "../../units/scope";

/** A sale price for everybody while its window lasts. */
export const ScheduledSaleTerms = z.strictObject({
  kind: z.literal("scheduled-sale"),
  scope: Scope,
  price: SalePrice,
  ...combination({ sales: false, automatic: true, coupons: true }),
});
