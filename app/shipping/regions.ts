import regions from "./regions.json";

/** ISO 3166-1, without the territories that US mail treats as states (Puerto Rico, Guam…). */
export const countryCodes: readonly string[] = regions.countries.split(" ");

const states: Record<string, Record<string, string>> = regions.states;

/** The states that a country's addresses need, code to name (ISO 3166-2, plus the three US armed forces codes); undefined for other
 *  countries. */
export function statesOf(country: string): Record<string, string> | undefined {
  return Object.hasOwn(states, country) ? states[country] : undefined;
}

/** "WI" for "WI", "wi", or "Wisconsin"; undefined if the country has no such state. */
export function stateCode(country: string, typed: string | undefined): string | undefined {
  const wanted = typed?.trim().toLowerCase();
  const known = Object.entries(statesOf(country) ?? {});
  return known.find(([code, name]) => [code.toLowerCase(), name.toLowerCase()].includes(wanted ?? ""))?.[0];
}

/** "Canada" for "CA", "Ontario, Canada" for "CA-ON", "Georgia, US" for "US-GA" (Georgia is also a country). Call it on the server
 *  only: country names come from the platform and may differ in the browser. */
export function regionName(region: string): string {
  const [country = "", state] = region.split("-");
  const name = country === "US" && state !== undefined ? "US" : (countryNames.of(country) ?? country);
  return state === undefined ? name : `${statesOf(country)?.[state] ?? state}, ${name}`;
}
const countryNames = new Intl.DisplayNames("en-US", { type: "region" });

/** Countries for a form, by name: the US first, then those with states in their addresses, then the rest. */
export function countryOptions(codes: readonly string[] = countryCodes): { value: string; label: string }[] {
  const rank = (code: string) => (code === "US" ? 0 : statesOf(code) ? 1 : 2);
  return codes
    .map((value) => ({ value, label: regionName(value) }))
    .sort((a, b) => rank(a.value) - rank(b.value) || a.label.localeCompare(b.label, "en"));
}
