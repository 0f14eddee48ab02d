import { z } from "zod";
import { combination } from "../combination";
import { SalePrice } from "../discount";
import { Scope } from "../scope";

/** A sale price for everybody while its window lasts. */
export const ScheduledSaleTerms = z.strictObject({
  kind: z.literal("scheduled-sale"),
  scope: Scope,
  price: SalePrice,
  ...combination({ sales: false, automatic: true, coupons: true }),
});
