import { z } from "zod";

/** Printed copies received or removed, and why. `change` is added to the stock. */
export const CopiesForm = z
  .object({
    direction: z.enum(["received", "removed"], { error: "Choose whether copies were received or removed." }),
    copies: z
      .string({ error: "Enter the number of copies." })
      .regex(/^\s*\d{1,5}\s*$/, "Enter a whole number, like 25.")
      .transform(Number)
      .refine((count) => count >= 1, "Enter 1 or more."),
    reason: z
      .string({ error: "Enter a reason for the audit log." })
      .trim()
      .min(1, "Enter a reason for the audit log.")
      .max(200, "Use at most 200 characters."),
  })
  .transform(({ direction, copies, reason }) => ({ change: direction === "received" ? copies : -copies, reason }));
