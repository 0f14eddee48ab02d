import type Stripe from "stripe";
import { looksLikeEmail } from "../email";
import type { Collected } from "../objects/session";

export const fieldNames = ["email", "name", "line1", "line2", "city", "state", "postal_code", "country"] as const;
export type FieldName = (typeof fieldNames)[number];
export type Values = Partial<Record<FieldName | "shipping_rate", string>>;
export type Problems = Partial<Record<FieldName, string>>;

/** Countries whose addresses are not complete without a state and a postal code. */
const withStates = ["US", "CA", "AU"];

/** Keeps the fields of the page, trimmed and at a sane length. Anything else in the body falls away. */
export function readValues(body: Record<string, unknown>): Values {
  const kept = [...fieldNames, "shipping_rate"].flatMap((name) => {
    const value = body[name];
    return typeof value === "string" ? [[name, value.trim().slice(0, 200)]] : [];
  });
  return Object.fromEntries(kept);
}

/** What the shopper still has to put right, by field. Empty when the payment may go ahead. */
export function findProblems(session: Stripe.Checkout.Session, values: Values): Problems {
  const email = session.customer_email ?? values.email ?? "";
  const problems: Problems = looksLikeEmail(email)
    ? {}
    : { email: "Enter an e-mail address, such as name@example.com." };
  if (!session.shipping_address_collection) return problems;
  if (!values.name) problems.name = "Enter the name of the person who receives the parcel.";
  if (!values.line1) problems.line1 = "Enter the street address.";
  if (!values.city) problems.city = "Enter the city.";
  const country = values.country ?? "";
  const allowed: string[] = session.shipping_address_collection.allowed_countries;
  if (!allowed.includes(country)) problems.country = "Choose one of the countries in the list.";
  if (withStates.includes(country) && !values.state) problems.state = "Enter the state or province.";
  if (withStates.includes(country) && !values.postal_code) problems.postal_code = "Enter the ZIP or postal code.";
  if (country === "US" && values.postal_code && !/^\d{5}(-\d{4})?$/.test(values.postal_code)) {
    problems.postal_code = "Enter a ZIP code of five digits, such as 62701.";
  }
  return problems;
}

/** The values as the session keeps them. An unknown shipping option falls back to the one already chosen. */
export function collect(session: Stripe.Checkout.Session, values: Values): Collected {
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
    email: session.customer_email ?? values.email ?? null,
    shippingDetails: session.shipping_address_collection ? { name, address } : null,
    shippingRate: rates.find((rate) => rate === values.shipping_rate) ?? rates[0] ?? null,
  };
}
