import { z } from "zod";
import { plainLines } from "~/core/form/plain-text";
import { EnrollmentId } from "~/core/ids";

const maxCharacters = 1000;

/** Required text of several lines. */
function requiredText(empty: string) {
  return z
    .string({ error: empty })
    .transform((text) => plainLines(text).trim())
    .pipe(
      z
        .string({ error: empty })
        .min(1, empty)
        .max(maxCharacters, `Use at most ${maxCharacters.toLocaleString("en-US")} characters.`),
    );
}

/** A buyer's request: for which units, and why. */
export const RefundRequestForm = z.object({
  units: z
    .array(EnrollmentId.max(100), { error: "Choose what you want refunded." })
    .min(1, "Choose what you want refunded.")
    .max(10_000),
  reason: requiredText("Tell us why you’d like a refund."),
});
export type RefundRequestForm = z.infer<typeof RefundRequestForm>;

/** How staff answer: declining needs a reason. */
export const DecisionForm = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("granted") }),
  z.object({ decision: z.literal("declined"), answer: requiredText("Tell the buyer why.") }),
]);
export type Decision = z.infer<typeof DecisionForm>;
