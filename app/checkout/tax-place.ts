import { z } from "zod";
import { countryCodes, stateCode } from "~/shipping/regions";

const when = ({ value }: { value: unknown }) => z.object({ country: z.string() }).safeParse(value).success;

/** What Stripe Tax needs to know of where a buyer is, where nothing is mailed. Abroad the country is enough. */
export const TaxPlace = z
  .object({
    country: z
      .string({ error: "Choose a country." })
      .refine((code) => countryCodes.includes(code), "Choose a country from the list."),
    state: z.string().trim().max(100, "Use at most 100 characters.").optional(),
    postalCode: z.string().trim().max(20, "Use at most 20 characters.").optional(),
  })
  .superRefine(
    ({ country, state, postalCode }, context) => {
      if (country !== "US") return;
      if (!stateCode(country, state))
        context.addIssue({ code: "custom", path: ["state"], message: "Enter the state, like WI or Wisconsin." });
      if (!/^\d{5}(-\d{4})?$/.test(postalCode ?? ""))
        context.addIssue({ code: "custom", path: ["postalCode"], message: "Enter the ZIP code, like 53299." });
    },
    { when },
  )
  .overwrite(({ country, state, ...place }) => ({ country, state: stateCode(country, state) ?? state, ...place }));
export type TaxPlace = z.infer<typeof TaxPlace>;
