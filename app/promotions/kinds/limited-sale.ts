import { z } from "zod";
import { combination } from "../combination";
import { SalePrice } from "../discount";
import { Scope } from "../scope";

/** PRICING 4: a sale price for at most N units in total (the promotion's stock) and M per customer (its stock's limit). */
export const LimitedSaleTerms = z.strictObject({
  kind: z.literal("limited-sale"),
  scope: Scope,
  price: SalePrice,
  ...combination({ sales: false, automatic: true, coupons: true }),
});
