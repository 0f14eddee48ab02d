import { z } from "zod";
import { maximumQuantity } from "~/catalog/read/maximum-quantity";
import { CourseFormatId } from "~/core/ids";

/** Each code is looked up whenever the cart is priced. */
export const maximumCodes = 5;
/** Each is priced on every page of the cart, and a sale can divide it in two: the payment page lists at most 100. */
export const maximumLines = 50;

// PostgreSQL raises an error for text with a NUL.
const printable = /^\P{Cc}+$/u;
const courseFormatId = CourseFormatId.min(1).max(200).regex(printable);
const code = z
  .string({ error: "Enter a coupon code." })
  .trim()
  .min(1, "Enter a coupon code.")
  .max(60, "Coupon codes have at most 60 characters.")
  .regex(printable, "Enter the code exactly as you received it.");
const quantity = z.coerce
  .number({ error: "Enter a number." })
  .int("Enter a whole number.")
  .max(maximumQuantity, `You can order at most ${maximumQuantity} of one format.`);

/** What the shop’s forms can change in a cart. Never a price. */
export const CartChange = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("add"), courseFormatId, quantity: quantity.min(1, "Enter at least 1.").default(1) }),
    z.object({ intent: z.literal("set"), courseFormatId, quantity: quantity.min(0, "Enter 0 or more.") }),
    z.object({ intent: z.literal("remove"), courseFormatId }),
    z.object({ intent: z.literal("enter-code"), code }),
    z.object({ intent: z.literal("remove-code"), code }),
  ],
  { error: "We couldn’t make that change. Reload this page and try again." },
);
export type CartChange = z.infer<typeof CartChange>;
export type LineChange = Extract<CartChange, { courseFormatId: CourseFormatId }>;
