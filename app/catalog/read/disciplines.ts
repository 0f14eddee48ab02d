import { z } from "zod";
import type { Day } from "~/core/dates";
import data from "./disciplines.json";

export const disciplineCodes = ["CT", "MR", "M", "BD", "VI", "CI", "S", "VS", "BS", "N", "R", "T", "RRA"] as const;
export const DisciplineCode = z.enum(disciplineCodes);
export type DisciplineCode = z.infer<typeof DisciplineCode>;

const Item = z.object({ code: z.string(), name: z.string(), confirmed: z.boolean() });
const Specification = z.object({
  /** First day in force; credit distributions are keyed by it. */
  effectiveFrom: z.string(),
  /** First day no longer in force; null if no successor is known. */
  effectiveTo: z.string().nullable(),
  confirmed: z.boolean(),
  contentCategories: z.array(Item.extend({ subcategories: z.array(Item) })),
});
const Discipline = z.object({
  code: DisciplineCode,
  name: z.string(),
  pathways: z.array(z.string()),
  supporting: z.array(z.string()).default([]),
  specifications: z.array(Specification),
});

/** One version of a discipline's list of content categories (majors) with their subcategories. */
export type ContentSpecification = z.infer<typeof Specification>;
export type Discipline = z.infer<typeof Discipline>;

const all = new Map(Object.values(data.disciplines).map((row) => [row.code, Discipline.parse(row)]));

/** In display order. */
export const disciplines: Discipline[] = disciplineCodes.map((code) => discipline(code));

export function discipline(code: DisciplineCode): Discipline {
  const found = all.get(code);
  if (!found) throw new Error(`disciplines.json lacks ${code}`);
  return found;
}

/** The version in force on a day, `[effectiveFrom, effectiveTo)`; undefined if the discipline has none (R.R.A.). */
export function specificationOn(code: DisciplineCode, day: Day): ContentSpecification | undefined {
  return discipline(code).specifications.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day < effectiveTo),
  );
}

export function specification(code: DisciplineCode, effectiveFrom: Day): ContentSpecification | undefined {
  return discipline(code).specifications.find((version) => version.effectiveFrom === effectiveFrom);
}

/** "PC.PIAM" belongs to the content category "PC". */
export function categoryOf(subcategory: string): string {
  return subcategory.split(".", 1)[0] ?? "";
}
