import { type Bench, order } from "./bench";

/** Changes for an order that is mailed. */
export const mailed = {
  shipping_address_collection: { allowed_countries: ["US" as const, "CA" as const] },
  shipping_options: [
    { shipping_rate_data: { display_name: "Standard", fixed_amount: { amount: 5_00, currency: "usd" } } },
    { shipping_rate_data: { display_name: "Express", fixed_amount: { amount: 12_00, currency: "usd" } } },
  ],
};

/** What a shopper types. */
export const home = {
  name: "A. Shopper",
  line1: "1 Example Street",
  city: "Springfield",
  state: "IL",
  postal_code: "62701",
  country: "US",
};

/** An opened session and its page, used like a browser without scripts. */
export async function openPay(bench: Bench, changes: object = {}) {
  const session = await bench.stripe.checkout.sessions.create(order(changes));
  const url = session.url ?? "";
  const press = (outcome: string, fields: Record<string, string> = {}) =>
    fetch(url, { method: "POST", body: new URLSearchParams({ outcome, ...fields }), redirect: "manual" });
  return { id: session.id, url, press, look: () => bench.stripe.checkout.sessions.retrieve(session.id) };
}
