import type Stripe from "stripe";
import { looksLikeEmail } from "../email";
import type { AskedAddress } from "../objects/asked-address";
import { testCards } from "../objects/card";
import { type Collected, knownEmail } from "../objects/session";

export const fieldNames = ["email", "name", "line1", "line2", "city", "state", "postal_code", "country"] as const;
export type FieldName = (typeof fieldNames)[number];
const choices = ["shipping_rate", "card", "shown_total"] as const;
export type Values = Partial<Record<FieldName | (typeof choices)[number], string>>;
export type Problems = Partial<Record<FieldName, string>>;

/** Countries whose addresses need a state and a postal code. */
const withStates = ["US", "CA", "AU"];

/** The page's fields, trimmed and at a reasonable length. Anything else in the body is dropped. */
export function readValues(body: Record<string, unknown>): Values {
  const kept = [...fieldNames, ...choices].flatMap((name) => {
    const value = body[name];
    return typeof value === "string" ? [[name, value.trim().slice(0, 200)]] : [];
  });
  return Object.fromEntries(kept);
}

/** What the shopper still has to correct, by field. Empty if the payment can proceed. */
export function findProblems(session: Stripe.Checkout.Session, asked: AskedAddress | null, values: Values): Problems {
  const email = knownEmail(session) ?? values.email ?? "";
  const problems: Problems = looksLikeEmail(email)
    ? {}
    : { email: "Enter an e-mail address, such as name@example.com." };
  if (!asked) return problems;
  if (!values.name) {
    problems.name = asked.kind === "shipping" ? "Enter the recipient’s name." : "Enter the billing name.";
  }
  if (!values.line1) problems.line1 = "Enter the street address.";
  if (!values.city) problems.city = "Enter the city.";
  const country = values.country ?? "";
  if (!asked.countries.includes(country)) problems.country = "Choose a country from the list.";
  if (withStates.includes(country) && !values.state) problems.state = "Enter the state or province.";
  if (withStates.includes(country) && !values.postal_code) problems.postal_code = "Enter the ZIP or postal code.";
  if (country === "US" && values.postal_code && !/^\d{5}(-\d{4})?$/.test(values.postal_code)) {
    problems.postal_code = "Enter a five-digit ZIP code, such as 62701.";
  }
  return problems;
}

/** The values as stored in the session. An unknown shipping option falls back to the one already chosen. */
export function collect(session: Stripe.Checkout.Session, asked: AskedAddress | null, values: Values): Collected {
  const rates = session.shipping_options.map((option) => String(option.shipping_rate));
  const { name = "", line1 = "", country = "" } = values;
  const address = {
    line1,
    line2: values.line2 || null,
    city: values.city || null,
    state: values.state || null,
    postal_code: values.postal_code || null,
    country,
  };
  return {
    email: knownEmail(session) ?? values.email ?? null,
    shippingDetails: asked?.kind === "shipping" ? { name, address } : null,
    billingAddress: asked?.kind === "billing" ? address : null,
    shippingRate: rates.find((rate) => rate === values.shipping_rate) ?? rates[0] ?? null,
    card: Object.entries(testCards).find(([name]) => name === values.card)?.[1] ?? testCards.visa,
  };
}
