import { z } from "zod";
import { wholeNumber } from "~/core/form/typed-inputs";
import { normalizeCode } from "../../units/code";

const most = 10_000;

export const CodesForm = z.object({
  /** How many codes there were when the form was opened. */
  known: z
    .string({ error: "Reload this page and submit the form again." })
    .regex(/^\d{1,9}$/, "Reload this page and submit the form again.")
    .transform(Number),
  count: wholeNumber("Enter how many codes to generate.").refine((count) => count <= most, `Enter ${most} or less.`),
  prefix: z
    .string()
    .optional()
    .transform((text = "") => normalizeCode(text))
    .refine((prefix) => /^[A-Z0-9]{0,12}$/.test(prefix), "Use at most 12 letters and digits."),
});
