/** Grams in a pound and in an ounce (avoirdupois, exactly). */
const gramsOf: Record<string, number> = { g: 1, kg: 1000, lb: 453.59237, oz: 28.349523125 };

/** Reads a typed weight ("500", "500 g", "1.2 kg", "2 lb", "1 lb 4 oz") as whole grams; plain numbers are grams. Undefined if it
 *  isn't a weight above zero. */
export function parseWeight(text: string): number | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\blbs?\b|\bpounds?\b/g, "lb")
    .replace(/\bounces?\b/g, "oz");
  const match = /^(\d{1,6}(?:\.\d{1,3})?)\s*(g|kg|lb|oz)?(?:\s+(\d{1,2}(?:\.\d{1,3})?)\s*oz)?$/.exec(typed);
  if (!match) return undefined;
  const [, amount = "", unit = "g", ounces] = match;
  if (ounces !== undefined && unit !== "lb") return undefined;
  const grams = Math.round(Number(amount) * (gramsOf[unit] ?? 1) + Number(ounces ?? 0) * (gramsOf.oz ?? 0));
  return grams > 0 ? grams : undefined;
}

/** `495 g (1 lb 1.5 oz)` */
export function formatWeight(grams: number): string {
  return `${formatMetric(grams)} (${formatPounds(grams)})`;
}

/** `495 g`, `1.25 kg`: exact, so it parses back to the same weight. */
export function formatMetric(grams: number): string {
  return grams < 1000 ? `${grams} g` : `${grams / 1000} kg`;
}

/** `1 lb 1.5 oz`, to a tenth of an ounce. */
export function formatPounds(grams: number): string {
  const tenths = Math.round((grams / (gramsOf.oz ?? 1)) * 10);
  const pounds = Math.floor(tenths / 160);
  const ounces = (tenths % 160) / 10;
  if (pounds === 0) return `${ounces} oz`;
  return ounces === 0 ? `${pounds} lb` : `${pounds} lb ${ounces} oz`;
}
