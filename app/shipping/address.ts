import { z } from "zod";
import { countryCodes, regionName, stateCode, statesOf } from "./regions";
import type { Destination } from "./zones";

/** What a country's addresses need besides street and city. */
type Rule = { state: string; postalCode: { form: RegExp; write: (typed: string) => string; message: string } };
const rules: Record<string, Rule> = {
  US: {
    state: "Enter the state, like WI or Wisconsin.",
    postalCode: {
      form: /^\d{5}(-\d{4})?$/,
      write: (typed) => typed,
      message: "Enter the ZIP code, like 53299 or 53299-1234.",
    },
  },
  CA: {
    state: "Enter the province, like ON or Ontario.",
    postalCode: {
      form: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$/i,
      write: (typed) => `${typed.slice(0, 3)} ${typed.slice(-3)}`.toUpperCase(),
      message: "Enter the postal code, like K1A 0B1.",
    },
  },
};

/** One line in any script, without line breaks, control characters, or marks that change a label's text direction. */
function line(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .refine(
      (text) => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text),
      "Use one line, without line breaks.",
    )
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " "));
}
const required = (empty: string, max: number) => z.string({ error: empty }).trim().min(1, empty).pipe(line(max));
const optional = (max: number) =>
  line(max)
    .optional()
    .transform((text) => text || undefined);

const Typed = z.object({
  name: required("Enter the recipient’s name.", 200),
  line1: required("Enter the street address or PO box.", 200),
  line2: optional(200),
  city: required("Enter the city.", 100),
  state: optional(100),
  postalCode: optional(20),
  country: z
    .string({ error: "Choose a country." })
    .refine((code) => countryCodes.includes(code), "Choose a country from the list."),
});

// All problems are reported together, so these checks run even if other fields are wrong.
export const hasCountry = ({ value }: { value: unknown }) => z.object({ country: z.string() }).safeParse(value).success;
const ruleOf = (country: string) => (Object.hasOwn(rules, country) ? rules[country] : undefined);

type Place = { country: string; state?: string; postalCode?: string };

/** What is missing for an address in its country. */
export function placeProblems({ country, state, postalCode }: Place): { path: string[]; message: string }[] {
  const rule = ruleOf(country);
  if (!rule) return [];
  const { form, message } = rule.postalCode;
  return [
    ...(stateCode(country, state) ? [] : [{ path: ["state"], message: rule.state }]),
    ...(form.test(postalCode ?? "") ? [] : [{ path: ["postalCode"], message }]),
  ];
}

/** A mailing address as typed, in any script. Countries that need them get a state code and a formatted postal code; elsewhere both
 *  are free text. */
export const MailingAddress = Typed.superRefine(
  (address, context) => {
    for (const problem of placeProblems(address)) context.addIssue({ code: "custom", ...problem });
  },
  { when: hasCountry },
).overwrite((address) => {
  const { country, state, postalCode = "" } = address;
  const rule = ruleOf(country);
  return rule
    ? { ...address, state: stateCode(country, state), postalCode: rule.postalCode.write(postalCode) }
    : address;
});
export type MailingAddress = z.infer<typeof MailingAddress>;

export function destinationOf({ country, state }: MailingAddress): Destination {
  return statesOf(country) ? { country, state } : { country };
}

/** An address in Stripe's format, as saved in `Order.shippingAddress`; empty parts are null. */
const Stored = z.object({
  name: z.string(),
  address: z.object({
    line1: z.string().nullish(),
    line2: z.string().nullish(),
    city: z.string().nullish(),
    state: z.string().nullish(),
    postal_code: z.string().nullish(),
    country: z.string().nullish(),
  }),
});

export function toStripeAddress({ name, line1, line2, city, state, postalCode, country }: MailingAddress) {
  return {
    name,
    address: {
      line1,
      line2: line2 ?? null,
      city,
      state: state ?? null,
      postal_code: postalCode ?? null,
      country,
    },
  };
}

/** An order's address for a form; undefined if nothing is mailed. */
export function parseStoredAddress(stored: unknown): MailingAddress | undefined {
  const read = Stored.safeParse(stored);
  if (!read.success) return undefined;
  const { name, address } = read.data;
  return {
    name,
    line1: address.line1 ?? "",
    line2: address.line2 || undefined,
    city: address.city ?? "",
    state: address.state || undefined,
    postalCode: address.postal_code || undefined,
    country: address.country ?? "",
  };
}

/** A saved address as label lines; empty if nothing is mailed. By the USPS International Mail Manual 122.2, the postal code goes on
 *  the city's line and a foreign country on the last line, in capitals. Call it on the server (see `regionName`). */
export function addressLines(stored: unknown): string[] {
  const address = parseStoredAddress(stored);
  if (!address) return [];
  const { name, line1, line2, city, state, postalCode, country } = address;
  const isHome = country === "US";
  const place = [isHome && city ? `${city},` : city, state, postalCode].filter(Boolean).join(" ");
  const lines = [name, line1, line2, place, isHome || !country ? "" : regionName(country).toUpperCase()];
  return lines.flatMap((text) => text || []);
}
