import regions from "./regions.json";

/** ISO 3166-1. What the United States' mail counts among its states (Puerto Rico, Guam …) is no country here. */
export const countryCodes: readonly string[] = regions.countries.split(" ");

const states: Record<string, Record<string, string>> = regions.states;

/** The states of a country that addresses there must name, code to name (ISO 3166-2, and the armed forces' three post
 *  offices that the US mail has beside its states); undefined for other countries. */
export function statesOf(country: string): Record<string, string> | undefined {
  return Object.hasOwn(states, country) ? states[country] : undefined;
}

/** "WI" for "WI", "wi" or "Wisconsin"; undefined where the country has no such state. */
export function stateCode(country: string, typed: string | undefined): string | undefined {
  const wanted = typed?.trim().toLowerCase();
  const known = Object.entries(statesOf(country) ?? {});
  return known.find(([code, name]) => [code.toLowerCase(), name.toLowerCase()].includes(wanted ?? ""))?.[0];
}

/** "Canada" for "CA", "Ontario, Canada" for "CA-ON", "Georgia, US" for "US-GA": there is a country of that name too. Country names
 *  are the platform's own: call it on the server only, so that a page reads the same there and in the browser. */
export function regionName(region: string): string {
  const [country = "", state] = region.split("-");
  const name = country === "US" && state !== undefined ? "US" : (countryNames.of(country) ?? country);
  return state === undefined ? name : `${statesOf(country)?.[state] ?? state}, ${name}`;
}
const countryNames = new Intl.DisplayNames("en-US", { type: "region" });

/** Countries as a form offers them: the shop's own first, then those whose addresses name a state, then the others; by name. */
export function countryOptions(codes: readonly string[] = countryCodes): { value: string; label: string }[] {
  const rank = (code: string) => (code === "US" ? 0 : statesOf(code) ? 1 : 2);
  return codes
    .map((value) => ({ value, label: regionName(value) }))
    .sort((a, b) => rank(a.value) - rank(b.value) || a.label.localeCompare(b.label, "en"));
}
