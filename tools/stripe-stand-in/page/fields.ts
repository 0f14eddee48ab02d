import type Stripe from "stripe";
import type { AskedAddress } from "../objects/asked-address";
import { type TestCard, testCards } from "../objects/card";
import { knownEmail } from "../objects/session";
import { type FieldName, fieldNames, type Problems, type Values } from "./checkout-form";
import { type Html, html } from "./html";

type Entered = { values: Values; problems: Problems };

type Look = { label: string; autocomplete: string; optional?: boolean; half?: boolean; type?: string };

const looks: Record<FieldName, Look> = {
  email: { label: "E-mail", autocomplete: "email", type: "email" },
  name: { label: "Full name", autocomplete: "shipping name" },
  line1: { label: "Street address", autocomplete: "shipping address-line1" },
  line2: { label: "Apartment, suite, unit", autocomplete: "shipping address-line2", optional: true },
  city: { label: "City", autocomplete: "shipping address-level2" },
  state: { label: "State or province", autocomplete: "shipping address-level1", half: true },
  postal_code: { label: "ZIP or postal code", autocomplete: "shipping postal-code", half: true },
  country: { label: "Country", autocomplete: "shipping country" },
};

/** The address is known: it is shown, not asked for again, as on Stripe's page. */
export function contactSection(session: Stripe.Checkout.Session, entered: Entered): Html {
  const known = knownEmail(session);
  const email = known ? html`<p>${known}</p>` : html`<div class="fields">${textField("email", entered)}</div>`;
  return html`<section aria-labelledby="contact"><h2 id="contact">Contact</h2>${email}</section>`;
}

export function addressSection(asked: AskedAddress | null, entered: Entered): Html | false {
  if (!asked) return false;
  const lines = (["name", "line1", "line2", "city", "state", "postal_code"] as const).map((name) =>
    textField(name, entered, asked.kind),
  );
  return html`<section aria-labelledby="address"><h2 id="address">${asked.kind === "shipping" ? "Shipping" : "Billing"} address</h2>
<div class="fields">${lines}${countryField(asked, entered)}</div></section>`;
}

/** The test card that the receipt shows. A choice of brands: no number is ever asked for. */
export function cardSection({ values }: Entered): Html {
  const names: Record<TestCard, string> = {
    visa: "Visa",
    mastercard: "Mastercard",
    amex: "American Express",
    discover: "Discover",
  };
  const options = Object.entries(testCards).map(
    ([name, { last4 }]) =>
      html`<option value="${name}"${values.card === name && html` selected`}>${names[name as TestCard]} ending in ${last4}</option>`,
  );
  return html`<div><label for="card">Test card on the receipt</label>
<select id="card" name="card">${options}</select></div>`;
}

/** A summary of errors at the top, each with a link to its field. */
export function problemSummary(problems: Problems): Html | false {
  const wrong = fieldNames.filter((name) => problems[name]);
  if (wrong.length === 0) return false;
  const items = wrong.map((name) => html`<li><a href="#${name}">${problems[name]}</a></li>`);
  return html`<div class="notice across" role="alert"><h2>Please check the form</h2><ul>${items}</ul></div>`;
}

function textField(name: FieldName, { values, problems }: Entered, kind: AskedAddress["kind"] = "shipping"): Html {
  const { label, autocomplete, optional, half, type = "text" } = looks[name];
  const problem = problems[name];
  return html`<div${half && html` class="half"`}>
<label for="${name}">${label}${optional && html` <span class="optional">(optional)</span>`}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete.replace("shipping", kind)}" maxlength="200" value="${values[name]}"${described(name, problem)}>
${problem && html`<p class="wrong" id="${name}-problem">${problem}</p>`}
</div>`;
}

function countryField({ kind, countries }: AskedAddress, { values, problems }: Entered): Html {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  const options = countries.map(
    (code) => html`<option value="${code}"${values.country === code && html` selected`}>${names.of(code)}</option>`,
  );
  return html`<div><label for="country">Country</label>
<select id="country" name="country" autocomplete="${looks.country.autocomplete.replace("shipping", kind)}"${described("country", problems.country)}>${options}</select>
${problems.country && html`<p class="wrong" id="country-problem">${problems.country}</p>`}</div>`;
}

const described = (name: FieldName, problem: string | undefined) =>
  problem !== undefined && html` aria-invalid="true" aria-describedby="${name}-problem"`;
