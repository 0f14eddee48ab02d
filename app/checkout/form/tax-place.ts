import { z } from "zod";
import { isCountryTold, placeProblems } from "~/shipping/address";
import { countryCodes, stateCode } from "~/shipping/regions";

/** The buyer's location for Stripe Tax when nothing is mailed. Outside the US the country is enough. */
export const TaxPlace = z
  .object({
    country: z
      .string({ error: "Choose a country." })
      .refine((code) => countryCodes.includes(code), "Choose a country from the list."),
    state: z.string().trim().max(100, "Use at most 100 characters.").optional(),
    postalCode: z.string().trim().max(20, "Use at most 20 characters.").optional(),
  })
  .superRefine(
    (place, context) => {
      if (place.country !== "US") return;
      for (const problem of placeProblems(place)) context.addIssue({ code: "custom", ...problem });
    },
    { when: isCountryTold },
  )
  .overwrite(({ country, state, ...place }) => ({ country, state: stateCode(country, state) ?? state, ...place }));
export type TaxPlace = z.infer<typeof TaxPlace>;
