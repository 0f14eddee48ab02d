import { z } from "zod";
import { plainLines } from "~/core/form/plain-text";

/** "save" stores the evidence in Stripe; "check" asks for confirmation, and "submit" sends it to the bank. */
export const DisputeForm = z.object({
  step: z.enum(["save", "check", "submit"], { error: "Choose what to do with the evidence." }),
  note: z
    .string()
    .transform((text) => plainLines(text).trim())
    .pipe(z.string().max(5000, "Use at most 5,000 characters."))
    .default(""),
});
