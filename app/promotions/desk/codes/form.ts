import { z } from "zod";
import { wholeNumber } from "~/core/typed-inputs";
import { normaliseCode } from "../../units/promotion";

const most = 10_000;

export const CodesForm = z.object({
  /** How many there were when the form was opened. */
  known: z
    .string({ error: "Open this page again and send the form from there." })
    .regex(/^\d{1,9}$/, "Open this page again and send the form from there.")
    .transform(Number),
  count: wholeNumber("Enter how many codes to make.").refine((count) => count <= most, `At most ${most} at a time.`),
  prefix: z
    .string()
    .optional()
    .transform((text = "") => normaliseCode(text))
    .refine((prefix) => /^[A-Z0-9]{0,12}$/.test(prefix), "Use at most 12 letters and figures."),
});
