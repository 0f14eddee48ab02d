import { z } from "zod";

/** More than this is a department's order, made by telephone. The database's own limit is higher, so adding up never fails. */
export const maximumQuantity = 50;

const courseFormatId = z
  .string()
  .min(1)
  .max(200)
  // PostgreSQL refuses text with a NUL by an error.
  .regex(/^\P{Cc}+$/u);
const quantity = z.coerce
  .number({ error: "Enter a number." })
  .int("Enter a whole number.")
  .max(maximumQuantity, `At most ${maximumQuantity} of one format in an order.`);

/** What the forms of the shop may ask of a cart. Never a price. */
export const CartChange = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), courseFormatId, quantity: quantity.min(1, "Enter at least 1.").default(1) }),
  z.object({ intent: z.literal("set"), courseFormatId, quantity: quantity.min(0, "Enter 0 or more.") }),
  z.object({ intent: z.literal("remove"), courseFormatId }),
]);
export type CartChange = z.infer<typeof CartChange>;
