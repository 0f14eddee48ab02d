import { z } from "zod";
import { dollars } from "~/core/form/typed-inputs";
import { ShippingZoneId } from "~/core/ids";
import { decimalDollars, formatCents } from "~/core/money";
import { countryCodes, statesOf } from "../regions";
import type { ZoneProblem, ZoneValues } from "../validate-zone";
import { formatMetric, parseWeight } from "../weight";

const regions = new Set([
  ...countryCodes,
  ...countryCodes.flatMap((country) => Object.keys(statesOf(country) ?? {}).map((state) => `${country}-${state}`)),
]);

/** The most any mail service accepts as one parcel. */
const maxGrams = 50_000;
const maxCents = 50_000;

/** Grams. */
const weight = z.string().transform((text, context): number => {
  const grams = parseWeight(text);
  if (grams !== undefined && grams <= maxGrams) return grams;
  const message =
    grams === undefined ? "Enter a weight, like 500 g or 1 lb 4 oz." : `Enter ${maxGrams / 1000} kg or less.`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const price = dollars("").refine((amount) => amount <= maxCents, `Enter ${formatCents(maxCents)} or less.`);

const row = z.object({ upTo: weight.optional(), price: price.optional() }).superRefine(({ upTo, price }, context) => {
  if (upTo !== undefined && price === undefined)
    context.addIssue({ code: "custom", path: ["price"], message: "Enter a price for this weight." });
  if (upTo === undefined && price !== undefined)
    context.addIssue({ code: "custom", path: ["upTo"], message: "Enter a weight limit for this price." });
});

/** A zone's regions and rates. Rates can be typed in any sequence; `rows` are their rows in the form, lightest first. */
export const ShippingZoneForm = z
  .object({
    /** The new zone's id, so the same form sent twice makes only one. */
    id: ShippingZoneId.regex(/^[\w-]{22}$/)
      .optional()
      .catch(undefined),
    revision: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
    name: z
      .string({ error: "Enter a name. Shoppers will see it." })
      .trim()
      .min(1, "Enter a name. Shoppers will see it.")
      .max(60, "Use at most 60 characters."),
    regions: z
      .array(z.string().refine((region) => regions.has(region), "Choose regions from the list."))
      .min(1, "Check at least one country or state."),
    rates: z.array(row).max(20, "Use 20 rates or fewer."),
  })
  .transform(({ id, revision, name, regions, rates }, context) => {
    const typed = rates
      .flatMap(({ upTo, price }, row) =>
        upTo !== undefined && price !== undefined ? { row, upToGrams: upTo, price } : [],
      )
      .sort((a, b) => a.upToGrams - b.upToGrams);
    if (typed.length === 0) context.addIssue({ code: "custom", path: ["rates"], message: "Enter at least one rate." });
    const values: ZoneValues = {
      name,
      regions: [...new Set(regions)],
      rates: typed.map(({ upToGrams, price }) => ({ upToGrams, price })),
    };
    return { id, revision, values, rows: typed.map(({ row }) => row) };
  });

/** The form's fields as text. */
export function shippingZoneFields({ name, regions, rates }: ZoneValues) {
  return {
    name,
    regions,
    rates: rates.map(({ upToGrams, price }) => ({ upTo: formatMetric(upToGrams), price: decimalDollars(price) })),
  };
}

/** The form field for a problem. */
export function zoneFieldOf({ field, row }: ZoneProblem, rows: number[]): string {
  return row === undefined ? field : `rates[${rows[row] ?? row}].price`;
}

/** The packaging weight; `from` is what the page showed, in grams. */
export const PackagingForm = z.object({
  from: z.coerce.number().int(),
  packaging: z.string({ error: "Enter a weight, like 120 g or 4 oz." }).pipe(weight),
});
