import { z } from "zod";
import { plainLines } from "~/core/plain-text";
import { tick } from "~/core/tick";

const reason = z
  .string({ error: "Say why, for those who read this later." })
  .transform((text) => plainLines(text).trim())
  .pipe(z.string().min(1, "Say why, for those who read this later.").max(500, "Use at most 500 characters."));

/** How a person ends an order's "needs attention". */
export const ResolveForm = z.discriminatedUnion("act", [
  /** The order stands: what was paid for it is accepted, or the refund that failed is not wanted any more. */
  z.object({ act: z.literal("reinstate"), reason, restoreAccess: tick }),
  /** All that came in and was not given back yet goes back by Stripe. */
  z.object({ act: z.literal("refund-received"), reason, withdrawAccess: tick }),
  /** By check, by phone with Stripe, or because nothing was received at all. */
  z.object({
    act: z.literal("settled-elsewhere"),
    outcome: z.enum(["refunded", "expired"], { error: "Choose how the order ended." }),
    reason,
  }),
]);
export type Resolution = z.infer<typeof ResolveForm>;
