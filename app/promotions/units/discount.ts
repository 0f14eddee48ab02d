import { z } from "zod";
import { type Cents, cents } from "~/core/money";

export const CentsAmount = z
  .int()
  .min(0)
  .max(100_000_000)
  .transform((amount): Cents => cents(amount))
  .describe("Whole US cents.");

/** PRICING 1: a percentage is basis points, 15% is 1500. */
export const BasisPoints = z.int().min(1).max(10_000).describe("Basis points: 1500 is 15%, 10000 is free.");

/** PRICING 1: rounded half up to the cent. `amount` is the price of a line's portion, never of a single unit. */
export function percentOf(amount: number, basisPoints: number): Cents {
  return cents(Math.floor((amount * basisPoints + 5_000) / 10_000));
}

/** How a sale changes a unit's price. */
export const SalePrice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("price"), cents: CentsAmount.describe("Price of a unit.") }),
  z.strictObject({ kind: z.literal("amount-off"), cents: CentsAmount.describe("Off each unit.") }),
  z.strictObject({ kind: z.literal("percent-off"), basisPoints: BasisPoints }),
]);
export type SalePrice = z.infer<typeof SalePrice>;

/** What a sale takes off `quantity` units at a regular price; 0 if its price isn't lower. */
export function saleDiscount(price: SalePrice, regularPrice: Cents, quantity: number): Cents {
  switch (price.kind) {
    case "price":
      return cents(Math.max(0, regularPrice - price.cents) * quantity);
    case "amount-off":
      return cents(Math.min(price.cents, regularPrice) * quantity);
    case "percent-off":
      return percentOf(regularPrice * quantity, price.basisPoints);
  }
}

/** What a sale saves on a unit, in ten-thousandths of a cent, so sales can be compared without rounding. */
export function savingOnUnit(price: SalePrice, regularPrice: Cents): number {
  return price.kind === "percent-off"
    ? regularPrice * price.basisPoints
    : saleDiscount(price, regularPrice, 1) * 10_000;
}

/** A percentage off each portion, or an amount off everything that the coupon covers. */
export const CouponDiscount = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("percent-off"), basisPoints: BasisPoints }),
  z.strictObject({
    kind: z.literal("amount-off"),
    cents: CentsAmount.describe("Off the order, shared over its lines."),
  }),
]);
export type CouponDiscount = z.infer<typeof CouponDiscount>;
