import { z } from "zod";
import { checkbox } from "~/core/form/checkbox";
import { plainLines } from "~/core/form/plain-text";

const reason = z
  .string({ error: "Enter a reason for your colleagues and the audit log." })
  .transform((text) => plainLines(text).trim())
  .pipe(
    z.string().min(1, "Enter a reason for your colleagues and the audit log.").max(500, "Use at most 500 characters."),
  );

/** How staff resolve an order that needs attention. */
export const ResolveForm = z.discriminatedUnion("act", [
  /** Keep the order: accept what was paid, or drop the failed refund. */
  z.object({ act: z.literal("reinstate"), reason, restoreAccess: checkbox }),
  /** Refund everything received and not refunded yet through Stripe. */
  z.object({ act: z.literal("refund-received"), reason, withdrawAccess: checkbox }),
  /** By check, over the phone with Stripe, or because nothing was received. */
  z.object({
    act: z.literal("settled-elsewhere"),
    outcome: z.enum(["refunded", "expired"], { error: "Choose the outcome." }),
    reason,
  }),
]);
export type Resolution = z.infer<typeof ResolveForm>;
