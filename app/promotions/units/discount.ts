import { z } from "zod";
import { type Cents, cents } from "~/core/money";

export const CentsAmount = z
  .int()
  .min(0)
  .max(100_000_000)
  .transform((amount): Cents => cents(amount))
  .describe("Whole US cents.");

/** PRICING 1: a percentage is basis points, 15 % is 1500. */
export const BasisPoints = z.int().min(1).max(10_000).describe("Basis points: 1500 are 15 %, 10000 are free.");

/** PRICING 1: computed on what is given, which is a line's portion and never a unit; rounded half up to the cent. */
export function percentOf(amount: number, basisPoints: number): Cents {
  return cents(Math.floor((amount * basisPoints + 5_000) / 10_000));
}

/** What a sale asks of a unit: a fixed price, an amount off, or a percentage off. */
export const SalePrice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("price"), cents: CentsAmount.describe("What a unit costs.") }),
  z.strictObject({ kind: z.literal("amount-off"), cents: CentsAmount.describe("Taken off each unit.") }),
  z.strictObject({ kind: z.literal("percent-off"), basisPoints: BasisPoints }),
]);
export type SalePrice = z.infer<typeof SalePrice>;

/** What a sale takes off `quantity` units at a regular price; 0 where it would not be cheaper. */
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

/** What a sale saves on a unit, in hundredths of a hundredth of a cent: for comparing sales without rounding. */
export function savingOnUnit(price: SalePrice, regularPrice: Cents): number {
  return price.kind === "percent-off"
    ? regularPrice * price.basisPoints
    : saleDiscount(price, regularPrice, 1) * 10_000;
}

/** What a coupon takes: a percentage of each portion, or an amount over all that it is about. */
export const CouponDiscount = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("percent-off"), basisPoints: BasisPoints }),
  z.strictObject({
    kind: z.literal("amount-off"),
    cents: CentsAmount.describe("Taken off once, shared over the lines."),
  }),
]);
export type CouponDiscount = z.infer<typeof CouponDiscount>;
