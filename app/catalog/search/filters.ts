import { z } from "zod";
import { href } from "~/addresses/href";
import { parseCredits } from "~/core/credits";
import { decimalDollars, parseDollars } from "~/core/money";
import { DisciplineCode, discipline } from "../read/disciplines";
import { Format } from "../read/formats";

export const sorts = ["relevance", "title", "credits", "price", "newest", "approval"] as const;
export type Sort = (typeof sorts)[number];

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const credits = optional(z.string().transform((text) => parseCredits(text) || undefined));
const dollars = optional(z.string().transform((text) => parseDollars(text) || undefined));

/** A shared link must always open: unknown values fall away. Forms never forgive like this. */
const FromAddress = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 100).trim())
    .catch(""),
  discipline: optional(DisciplineCode),
  category: z.array(z.string()),
  format: z.array(z.string()).transform((values) => values.flatMap((value) => Format.safeParse(value).data ?? [])),
  /** Hundredths of credits, both inclusive. */
  creditsFrom: credits,
  creditsTo: credits,
  /** Cents, both inclusive. */
  priceFrom: dollars,
  priceTo: dollars,
  ended: z.literal("1").optional().catch(undefined),
  sort: optional(z.enum(sorts)),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
type FromAddress = z.infer<typeof FromAddress>;

/** What a shopper asked the catalog for. `ended`: also courses whose approval has ended. */
export type CatalogFilters = Omit<FromAddress, "ended" | "sort"> & { ended: boolean; sort: Sort };

export function readFilters(params: URLSearchParams): CatalogFilters {
  const values = FromAddress.parse({
    ...Object.fromEntries(params),
    category: params.getAll("category"),
    format: params.getAll("format"),
  });
  const { discipline: code, category } = values;
  const [creditsFrom, creditsTo] = inOrder(values.creditsFrom, values.creditsTo);
  const [priceFrom, priceTo] = inOrder(values.priceFrom, values.priceTo);
  return {
    ...values,
    ...{ creditsFrom, creditsTo, priceFrom, priceTo },
    category: code ? unique(category).filter((major) => isMajorOf(code, major)) : [],
    format: unique(values.format),
    ended: values.ended === "1",
    sort: sortOf(values),
  };
}

/** The one address of these filters: defaults left out, always in the same order. */
export function writeFilters(filters: CatalogFilters): URLSearchParams {
  const params = new URLSearchParams();
  const add = (name: string, value: string | undefined) => value && params.append(name, value);
  add("q", filters.q);
  add("discipline", filters.discipline);
  for (const code of filters.category.toSorted()) add("category", code);
  for (const format of filters.format.toSorted()) add("format", format);
  add("creditsFrom", filters.creditsFrom && String(filters.creditsFrom / 100));
  add("creditsTo", filters.creditsTo && String(filters.creditsTo / 100));
  add("priceFrom", filters.priceFrom && decimalDollars(filters.priceFrom));
  add("priceTo", filters.priceTo && decimalDollars(filters.priceTo));
  add("ended", filters.ended ? "1" : undefined);
  if (filters.sort !== defaultSort(filters.q)) add("sort", filters.sort);
  if (filters.page > 1) add("page", String(filters.page));
  return params;
}

export function catalogPath(filters: CatalogFilters): string {
  return href("catalog", writeFilters(filters));
}

export function defaultSort(q: string): Sort {
  return q ? "relevance" : "title";
}

/** Nothing is more or less relevant where nothing was searched for. */
function sortOf({ q, sort }: FromAddress): Sort {
  return sort && (q || sort !== "relevance") ? sort : defaultSort(q);
}

/** Whether any version of the discipline's content specification has the content category. */
export function isMajorOf(code: DisciplineCode, category: string): boolean {
  return discipline(code).specifications.some((version) =>
    version.contentCategories.some((major) => major.code === category),
  );
}

/** A range that was typed the wrong way round is meant the right way round. */
function inOrder<Value extends number>(from: Value | undefined, to: Value | undefined) {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
}

function unique<Item>(items: Item[]): Item[] {
  return [...new Set(items)];
}
