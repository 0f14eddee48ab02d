import { z } from "zod";

/** Printed copies that came in or went out, and why. `change` is what to add to the shelf. */
export const CopiesForm = z
  .object({
    direction: z.enum(["received", "removed"], { error: "Choose whether copies came in or went out." }),
    copies: z
      .string({ error: "Enter how many copies." })
      .regex(/^\s*\d{1,5}\s*$/, "Enter a whole number, like 25.")
      .transform(Number)
      .refine((count) => count >= 1, "Enter 1 or more."),
    reason: z
      .string({ error: "Say why, for those who read the audit." })
      .trim()
      .min(1, "Say why, for those who read the audit.")
      .max(200, "Use at most 200 characters."),
  })
  .transform(({ direction, copies, reason }) => ({ change: direction === "received" ? copies : -copies, reason }));
