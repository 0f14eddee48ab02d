import { z } from "zod";
import { EnrollmentId } from "~/core/ids";
import { plainLines } from "~/core/plain-text";

const mostLetters = 1000;

/** Several lines that a person must write. */
function letters(empty: string) {
  return z
    .string({ error: empty })
    .transform((text) => plainLines(text).trim())
    .pipe(
      z
        .string({ error: empty })
        .min(1, empty)
        .max(mostLetters, `Use at most ${mostLetters.toLocaleString("en-US")} characters.`),
    );
}

/** What a buyer asks: for which units, and why. */
export const RefundRequestForm = z.object({
  units: z
    .array(EnrollmentId.max(100), { error: "Choose what you want refunded." })
    .min(1, "Choose what you want refunded.")
    .max(10_000),
  reason: letters("Tell us why, in a few words."),
});
export type RefundRequestForm = z.infer<typeof RefundRequestForm>;

/** How staff answer: a decline says why. */
export const DecisionForm = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("granted") }),
  z.object({ decision: z.literal("declined"), answer: letters("Tell the buyer why, in a few words.") }),
]);
export type Decision = z.infer<typeof DecisionForm>;
