import { z } from "zod";
import { type Credits, credits, sumCredits } from "~/core/credits";
import { CourseFormatId, CourseId, StockId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import { categoryOf, DisciplineCode, specification } from "./disciplines";
import { Format } from "./formats";

const creditsInRow = z.number().transform((hundredths): Credits => credits(hundredths));

const Distribution = z.object({
  discipline: DisciplineCode,
  /** `effectiveFrom` of the content specification that it was made under. */
  specification: z.string(),
  /** Subcategory code to credits. */
  credits: z.map(z.string(), creditsInRow),
});
export type Distribution = z.infer<typeof Distribution>;

const Approval = z.object({
  id: z.string(),
  approver: z.string(),
  referenceNumber: z.string(),
  category: z.enum(["A", "A+"]),
  startsOn: z.string(),
  /** The last day on which a completion counts. */
  endsOn: z.string(),
  credits: creditsInRow,
  distributions: z.array(Distribution),
});
export type Approval = z.infer<typeof Approval>;

const CourseFormat = z.object({
  id: CourseFormatId,
  format: Format,
  price: z.number().transform((amount): Cents => cents(amount)),
  isbn: z.string().nullable(),
  /** Of a mailed book, without packaging. */
  weightGrams: z.number().int().nullable(),
  /** Printed copies; null where nothing is mailed. */
  stockId: StockId.nullable(),
});
export type CourseFormat = z.infer<typeof CourseFormat>;

/** A course as the shop shows it, with the approval that it goes by now. */
export const Course = z.object({
  id: CourseId,
  slug: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  summary: z.string(),
  objectives: z.array(z.string()),
  authors: z.array(z.string()),
  pageCount: z.number(),
  publishedOn: z.string(),
  disciplines: z.array(DisciplineCode),
  approval: Approval,
  formats: z.array(CourseFormat),
  /** False: a sample, sold for show only in a demonstration, without a text and a post-test of its own. */
  isComplete: z.boolean(),
});
export type Course = z.infer<typeof Course>;

/** What a course gives in one content category; its subcategories' credits are what the category's add up to. */
export type CategoryCredits = {
  code: string;
  name: string;
  credits: Credits;
  subcategories: { code: string; name: string; credits: Credits }[];
};

/** The credits of a distribution by content category, in the specification's order, each category of the discipline
 *  named even where it gets nothing: "not in this discipline" is absent, zero credits is 0. */
export function creditsByCategory(distribution: Distribution): CategoryCredits[] {
  const version = specification(distribution.discipline, distribution.specification);
  if (!version) throw new Error(`${distribution.discipline} has no specification ${distribution.specification}`);
  return version.contentCategories.map(({ code, name, subcategories }) => {
    const given = subcategories.flatMap((sub) => {
      const amount = distribution.credits.get(sub.code);
      return amount ? [{ code: sub.code, name: sub.name, credits: amount }] : [];
    });
    return { code, name, credits: sumCredits(given.map((sub) => sub.credits)), subcategories: given };
  });
}

/** EDUCATION 3: what the course counts for a discipline; 0 without a distribution, whatever its total. */
export function creditsIn(course: Course, code: DisciplineCode): Credits {
  const distribution = course.approval.distributions.find(({ discipline }) => discipline === code);
  return sumCredits(distribution ? distribution.credits.values() : []);
}

/** Whether the course gives credits in a content category of the discipline. */
export function covers(course: Course, code: DisciplineCode, category: string): boolean {
  return course.approval.distributions.some(
    ({ discipline, credits: given }) =>
      discipline === code && [...given.keys()].some((subcategory) => categoryOf(subcategory) === category),
  );
}

/** Where a course serves several disciplines equally, the more general one leads. */
const generalFirst: DisciplineCode[] = ["R", "S", "N", "T", "MR", "CT", "M", "BD", "VI", "CI", "VS", "BS", "RRA"];

/** The discipline that a course stands under on its own: the one that it gives most credits in. */
export function leadingDiscipline(course: Course): DisciplineCode {
  const [leading] = course.disciplines.toSorted(
    (a, b) => creditsIn(course, b) - creditsIn(course, a) || generalFirst.indexOf(a) - generalFirst.indexOf(b),
  );
  if (!leading) throw new Error(`${course.slug} serves no discipline`);
  return leading;
}
