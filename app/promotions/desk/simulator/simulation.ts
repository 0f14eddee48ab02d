import { fromLocalField, toLocalField } from "~/core/dates";
import { CourseFormatId } from "~/core/ids";
import { canDiscount, type Promotion } from "../../kinds/kinds";
import type { PriceDocumentInput } from "../../pricing/document/price-document";
import type { CartLine } from "../../units/cart-line";
import { choosePreviewMoment } from "../preview/preview";

/** A promotion that can be simulated, with its limits today. */
export type Candidate = Promotion & { unitsLeft: number | undefined; perCustomer: number | null; isChosen: boolean };

export type SimulationRow = { formatId: CourseFormatId; quantity: string };
/** What the form shows. A simulation is a link, so all of it is text. */
export type SimulationFields = {
  rows: SimulationRow[];
  codes: string;
  firstOrder: string;
  at: string;
  used: string[];
  /** By promotion id; empty: the same as today. */
  left: Record<string, string>;
  allowed: Record<string, string>;
};
type Problem = { id: string; message: string };

const maximumRows = 50;
const mostUnits = 10_000;
export const mostCodes = 20;
const longestCode = 60;
const firstOrders = ["unknown", "yes", "no"];

/** Reads the form of a simulation. A first visit includes the published promotions and one course. A visit from a promotion adds it,
 *  with a course it covers and a moment when it runs. */
export function readFields(
  query: URLSearchParams,
  candidates: readonly Candidate[],
  { now, timeZone, formats }: { now: Date; timeZone: string; formats: readonly CartLine[] },
): SimulationFields {
  const quantities = query.getAll("quantity");
  const rows = query
    .getAll("format")
    .map((formatId, index) => ({ formatId: CourseFormatId.parse(formatId), quantity: quantities[index] ?? "1" }))
    .filter(({ formatId }) => formatId !== "")
    .slice(0, maximumRows);
  const isSent = query.has("at");
  const wanted = candidates.find(({ id }) => id === query.get("promotion"));
  const first = formats.find((line) => wanted && canDiscount(wanted, line)) ?? formats[0];
  const moment = wanted ? wholeMinute(choosePreviewMoment(undefined, { ...wanted, timeZone, now }).at) : now;
  const byId = (prefix: string) =>
    Object.fromEntries(candidates.map(({ id }) => [id, (query.get(`${prefix}-${id}`) ?? "").trim()]));
  return {
    rows: isSent || rows.length > 0 ? rows : [{ formatId: first?.id ?? CourseFormatId.parse(""), quantity: "1" }],
    codes: query.get("codes") ?? "",
    firstOrder: firstOrders.find((answer) => answer === query.get("firstOrder")) ?? "unknown",
    at: query.get("at") ?? toLocalField(moment, timeZone),
    used: isSent
      ? query.getAll("use")
      : candidates.filter(({ id, isChosen }) => isChosen || id === wanted?.id).map(({ id }) => id),
    left: byId("left"),
    allowed: byId("allowed"),
  };
}

/** The field has no seconds: a promotion that starts within a minute runs at the next one. */
function wholeMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
}

const whole = /^\d{1,6}$/;

type Facts = {
  /** What the shop sells, by course format id. */
  formats: ReadonlyMap<string, CartLine>;
  /** Uses left of entered codes that have their own limit. */
  codeUses: ReadonlyMap<string, number>;
  timeZone: string;
};

/** The document of a simulation, or what is wrong with its fields. Chosen promotions count as published and not paused. */
export function makeDocument(
  fields: SimulationFields,
  candidates: readonly Candidate[],
  { formats, codeUses, timeZone }: Facts,
): { document?: PriceDocumentInput; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = fromLocalField(fields.at, timeZone);
  if (!at) problems.push({ id: "at", message: "Enter a date and a time." });
  const quantities = new Map<string, number>();
  for (const [index, { formatId, quantity }] of fields.rows.entries()) {
    const units = (whole.test(quantity) ? Number(quantity) : 0) + (quantities.get(formatId) ?? 0);
    if (!formats.has(formatId))
      problems.push({ id: `format-${index}`, message: "This is no longer sold. Choose another, or none." });
    else if (!whole.test(quantity) || units < 1 || units > mostUnits)
      problems.push({ id: `quantity-${index}`, message: `Enter a whole number from 1 to ${mostUnits}.` });
    else quantities.set(formatId, units);
  }
  const codes = codesIn(fields.codes);
  if (codes.length > mostCodes || codes.some((code) => code.length > longestCode))
    problems.push({
      id: "codes",
      message: `Enter at most ${mostCodes} codes, separated by commas, of at most ${longestCode} characters each.`,
    });
  const numbers = (prefix: "left" | "allowed", today: (candidate: Candidate) => number | undefined) =>
    candidates.flatMap((candidate): [string, number][] => {
      const typed = fields[prefix][candidate.id] ?? "";
      if (typed !== "" && !whole.test(typed))
        problems.push({
          id: `${prefix}-${candidate.id}`,
          message: `Enter a whole number for ${candidate.name}, or leave it empty.`,
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
      stock: { units: Object.fromEntries(left), codes: Object.fromEntries(codeUses) },
      shopper: { unitsAllowed: Object.fromEntries(allowed), codes, ...isFirstOrder },
      now: at.toISOString(),
    },
  };
}

export function codesIn(text: string): string[] {
  return text.split(/[,;\s]+/).filter(Boolean);
}
