import { z } from "zod";
import { combination } from "../../units/combination";
import { SalePrice } from "../../units/discount";
import { Scope } from "../../units/scope";

/** PRICING 4: a sale price for at most N units in total (the promotion's stock) and M per customer (its stock's limit). */
export const LimitedSaleTerms = z.strictObject({
  kind: z.literal("limited-sale"),
  scope: Scope,
  price: SalePrice,
  ...combination({ sales: false, automatic: true, coupons: true }),
});
