import { fromLocalField, toLocalField } from "~/core/dates";
import type { PriceDocumentInput } from "~/promotions/price-document";
import type { CartLine } from "~/promotions/priced-cart";
import type { Promotion } from "~/promotions/promotion";

/** A promotion that can take part, with what limits it today. */
export type Candidate = Promotion & { unitsLeft: number | undefined; perCustomer: number | null; isChosen: boolean };

export type SimulationRow = { formatId: string; quantity: string };
/** What the form shows: a simulation is a link, so all of it is text. */
export type SimulationFields = {
  rows: SimulationRow[];
  codes: string;
  firstOrder: string;
  at: string;
  used: string[];
  /** By promotion id; empty: as it is today. */
  left: Record<string, string>;
  allowed: Record<string, string>;
};
type Problem = { id: string; message: string };

const mostRows = 50;

/** Reads the form of a simulation. A first visit has the published promotions and one course. */
export function readFields(
  query: URLSearchParams,
  candidates: readonly Candidate[],
  { now, timeZone, firstFormat }: { now: Date; timeZone: string; firstFormat: string },
): SimulationFields {
  const quantities = query.getAll("quantity");
  const rows = query
    .getAll("format")
    .map((formatId, index) => ({ formatId, quantity: quantities[index] ?? "1" }))
    .filter(({ formatId }) => formatId !== "")
    .slice(0, mostRows);
  const isSent = query.has("at");
  const wanted = query.get("promotion");
  const byId = (prefix: string) =>
    Object.fromEntries(candidates.map(({ id }) => [id, (query.get(`${prefix}-${id}`) ?? "").trim()]));
  return {
    rows: isSent || rows.length > 0 ? rows : [{ formatId: firstFormat, quantity: "1" }],
    codes: query.get("codes") ?? "",
    firstOrder: query.get("firstOrder") ?? "unknown",
    at: query.get("at") ?? toLocalField(now, timeZone),
    used: isSent
      ? query.getAll("use")
      : candidates.filter(({ id, isChosen }) => isChosen || id === wanted).map(({ id }) => id),
    left: byId("left"),
    allowed: byId("allowed"),
  };
}

const whole = /^\d{1,6}$/;

/** The document of a simulation, or what is wrong with its fields. Who takes part counts as published and not paused. */
export function simulationOf(
  fields: SimulationFields,
  candidates: readonly Candidate[],
  formats: ReadonlyMap<string, CartLine>,
  timeZone: string,
): { document?: PriceDocumentInput; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = fromLocalField(fields.at, timeZone);
  if (!at) problems.push({ id: "at", message: "Enter a date and a time." });
  const quantities = new Map<string, number>();
  for (const [index, { formatId, quantity }] of fields.rows.entries()) {
    const units = Number(quantity);
    if (!whole.test(quantity) || units < 1 || units > 10_000)
      problems.push({ id: `quantity-${index}`, message: "Enter a quantity of 1 or more." });
    else quantities.set(formatId, (quantities.get(formatId) ?? 0) + units);
  }
  const numbers = (prefix: "left" | "allowed", today: (candidate: Candidate) => number | undefined) =>
    candidates.flatMap((candidate): [string, number][] => {
      const typed = fields[prefix][candidate.id] ?? "";
      if (typed !== "" && !whole.test(typed))
        problems.push({
          id: `${prefix}-${candidate.id}`,
          message: `Enter a whole number for ${candidate.name}, or nothing.`,
        });
      const units = typed === "" ? today(candidate) : Number(typed);
      return units === undefined || Number.isNaN(units) ? [] : [[candidate.id, units]];
    });
  const left = numbers("left", ({ unitsLeft }) => unitsLeft);
  const allowed = numbers("allowed", ({ perCustomer }) => perCustomer ?? undefined);
  const lines = [...quantities].flatMap(([formatId, quantity]) => {
    const line = formats.get(formatId);
    return line
      ? [{ ...line, disciplines: [...line.disciplines], contentCategories: [...line.contentCategories], quantity }]
      : [];
  });
  if (!at || problems.length > 0) return { problems };
  const chosen = candidates.filter(({ id }) => fields.used.includes(id));
  const isFirstOrder = fields.firstOrder === "unknown" ? {} : { isFirstOrder: fields.firstOrder === "yes" };
  return {
    problems,
    document: {
      lines,
      promotions: chosen.map(({ id, version, name, terms, startsAt, endsAt, codes }) => ({
        id,
        version,
        name,
        terms,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        ...(codes?.length ? { codes: [...codes] } : {}),
      })),
      stock: { units: Object.fromEntries(left) },
      shopper: { unitsAllowed: Object.fromEntries(allowed), codes: codesIn(fields.codes), ...isFirstOrder },
      now: at.toISOString(),
    },
  };
}

export function codesIn(text: string): string[] {
  return text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .slice(0, 20);
}
