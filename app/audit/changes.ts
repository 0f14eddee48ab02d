import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";

const names: Record<string, string> = {
  price: "price",
  limit: "total limit",
  perCustomer: "customer limit",
  startsAt: "start",
  endsAt: "end",
  isPaused: "paused",
  isFeatured: "featured",
  isPublished: "published",
  copiesLeft: "copies left",
  taxMode: "tax",
  refundDays: "refund window in days",
};

/** What changed, one line per value: "price: $99.50 → $95.00". `before` and `after` are from the audit row, with terms as text;
 *  anything that reads the same before and after is left out. */
export function describeChange(before: unknown, after: unknown, timeZone: string): string[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((key) => {
    const name = names[key] ?? key;
    const to = key in next ? say(key, next[key], timeZone) : "nothing";
    if (!(key in old)) return `${name}: ${to}`;
    const from = say(key, old[key], timeZone);
    return from === to ? [] : `${name}: ${from} → ${to}`;
  });
}

/** The lines of `describeChange`, and whether personal data was erased. */
export function describeEntry(
  { before, after, erasedBy }: { before: unknown; after: unknown; erasedBy: string | null },
  timeZone: string,
): string[] {
  return [...describeChange(before, after, timeZone), ...(erasedBy === null ? [] : ["personal data erased"])];
}

/** Network and browser in words: "203.0.113.9, Firefox on Windows"; empty for jobs, commands, and what is erased. */
export function describeOrigin({ network, device }: { network: string | null; device: string | null }): string {
  return [network, device].filter((part) => part !== null).join(", ");
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return {};
  return { ...value };
}

function say(key: string, value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return key === "price" || key.endsWith("Cents") ? formatCents(value) : String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(", ") || "none";
  if (typeof value !== "string") return JSON.stringify(value);
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
  return isInstant ? formatInstant(new Date(value), timeZone) : value;
}
