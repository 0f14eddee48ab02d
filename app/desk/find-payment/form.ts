import { z } from "zod";
import { parseDollars } from "~/core/money";

const blank = (value: unknown) =>
  typeof value === "string" ? value.replace(/\p{Cc}+/gu, "").trim() || undefined : undefined;

const Payment = z.object({
  id: z.preprocess(
    blank,
    z
      .string()
      .regex(/^(cs|pi|ch|py)_\w{4,250}$/, "Enter an ID that starts with cs_, pi_, or ch_.")
      .optional(),
  ),
  last4: z.preprocess(
    blank,
    z
      .string()
      .regex(/^\d{4}$/, "Enter the last 4 digits of the card.")
      .optional(),
  ),
  amount: z.preprocess(
    blank,
    z
      .string()
      .transform((text, context) => {
        const cents = parseDollars(text);
        if (cents === undefined) context.addIssue({ code: "custom", message: "Enter an amount like 99.50." });
        return cents;
      })
      .optional(),
  ),
  day: z.preprocess(blank, z.iso.date("Choose a day.").optional()),
});

/** What staff know about a payment: a Stripe id, or the card, amount and day (in the store's time zone) from a statement. */
export const FindPaymentForm = Payment.transform(({ id, last4, amount, day }, context) => {
  if (id) return { kind: "id" as const, id };
  if (last4 && amount !== undefined && day) return { kind: "card" as const, last4, cents: amount, day };
  for (const [path, value] of Object.entries({ last4, amount, day }))
    if (value === undefined)
      context.addIssue({ code: "custom", path: [path], message: "Enter this too, or enter a Stripe ID instead." });
  return z.NEVER;
});
export type PaymentClue = z.infer<typeof FindPaymentForm>;
