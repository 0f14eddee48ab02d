import { z } from "zod";
import { ShippingZoneId } from "~/core/ids";
import { decimalDollars, formatCents } from "~/core/money";
import { dollars } from "~/core/typed-inputs";
import type { ZoneProblem, ZoneValues } from "../judge-zone";
import { countryCodes, statesOf } from "../regions";
import { formatMetric, parseWeight } from "../weight";

const regions = new Set([
  ...countryCodes,
  ...countryCodes.flatMap((country) => Object.keys(statesOf(country) ?? {}).map((state) => `${country}-${state}`)),
]);

/** What any mail service carries as one parcel. */
const mostGrams = 50_000;
const mostCents = 50_000;

/** Grams. */
const weight = z.string().transform((text, context): number => {
  const grams = parseWeight(text);
  if (grams !== undefined && grams <= mostGrams) return grams;
  const message =
    grams === undefined ? "Enter a weight, like 500 g or 1 lb 4 oz." : `Enter ${mostGrams / 1000} kg or less.`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const price = dollars("").refine((amount) => amount <= mostCents, `Enter ${formatCents(mostCents)} or less.`);

const row = z.object({ upTo: weight.optional(), price: price.optional() }).superRefine(({ upTo, price }, context) => {
  if (upTo !== undefined && price === undefined)
    context.addIssue({ code: "custom", path: ["price"], message: "Enter the price of this weight." });
  if (upTo === undefined && price !== undefined)
    context.addIssue({ code: "custom", path: ["upTo"], message: "Enter up to which weight." });
});

/** Where a zone reaches and what it costs there. Rates may be typed in any order; `rows` are the lines of the form that they
 *  stand in, lightest first. */
export const ShippingZoneForm = z
  .object({
    /** The id that a new zone will have: the same form sent twice makes one. */
    id: ShippingZoneId.regex(/^[\w-]{22}$/)
      .optional()
      .catch(undefined),
    revision: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
    name: z
      .string({ error: "Enter a name, as shoppers shall read it." })
      .trim()
      .min(1, "Enter a name, as shoppers shall read it.")
      .max(60, "Use at most 60 characters."),
    regions: z
      .array(z.string().refine((region) => regions.has(region), "Choose places from the list."))
      .min(1, "Tick one country or state at least."),
    rates: z.array(row).max(20, "Use 20 rates or fewer."),
  })
  .transform(({ id, revision, name, regions, rates }, context) => {
    const typed = rates
      .flatMap(({ upTo, price }, row) =>
        upTo !== undefined && price !== undefined ? { row, upToGrams: upTo, price } : [],
      )
      .sort((a, b) => a.upToGrams - b.upToGrams);
    if (typed.length === 0) context.addIssue({ code: "custom", path: ["rates"], message: "Enter one rate at least." });
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

/** The form field that shows what a problem is about. */
export function zoneFieldOf({ field, row }: ZoneProblem, rows: number[]): string {
  return row === undefined ? field : `rates[${rows[row] ?? row}].price`;
}

/** What the packaging weighs; `from` is what the page showed, in grams. */
export const PackagingForm = z.object({
  from: z.coerce.number().int(),
  packaging: z.string({ error: "Enter a weight, like 120 g or 4 oz." }).pipe(weight),
});
