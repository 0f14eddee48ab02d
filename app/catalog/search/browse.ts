import type { Day } from "~/core/dates";
import type { CourseFormatId, CourseId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import { hasEnded } from "../read/approval-state";
import { type Course, covers } from "../read/course";
import { categoryOf, type DisciplineCode, disciplineCodes } from "../read/disciplines";
import type { Format } from "../read/formats";
import { type CatalogFilters, isMajorOf, type Sort } from "./filters";

export const coursesPerPage = 24;

export type BrowseFacts = {
  /** What one unit costs now, by course format id. */
  prices: ReadonlyMap<CourseFormatId, Cents>;
  today: Day;
  /** How well each course answers the search, by course id; a course that is not in it does not answer it. */
  ranks?: ReadonlyMap<CourseId, number>;
};

export type Browsed = {
  /** Of this page only. */
  courses: Course[];
  total: number;
  page: number;
  pages: number;
  /** Courses that would also be shown if their approval had not ended. */
  ended: number;
  /** How many courses each choice would show, the other filters staying as they are. */
  counts: {
    disciplines: Map<DisciplineCode, number>;
    categories: Map<string, number>;
    formats: Map<Format, number>;
  };
};

type Test = (course: Course) => boolean;
type Facet = "search" | "discipline" | "format" | "credits" | "price" | "ended";

/** Filters, sorts and counts the catalog. Choices within one facet add up (CT book or eBook); facets narrow each other. */
export function browse(courses: Course[], filters: CatalogFilters, facts: BrowseFacts): Browsed {
  const tests = testsOf(filters, facts);
  const facets = Object.keys(tests) as Facet[];
  const without = (left?: Facet) =>
    courses.filter((course) => facets.every((facet) => facet === left || tests[facet](course)));

  const { discipline, category } = filters;
  const found = without().toSorted(orderOf(filters, facts));
  const pages = Math.max(1, Math.ceil(found.length / coursesPerPage));
  const page = Math.min(filters.page, pages);
  const anyDiscipline = without("discipline");
  const countIn = (code: DisciplineCode) => anyDiscipline.filter((course) => serves(course, code, category)).length;
  return {
    courses: found.slice((page - 1) * coursesPerPage, page * coursesPerPage),
    total: found.length,
    page,
    pages,
    ended: without("ended").filter((course) => hasEnded(course.approval, facts.today)).length,
    counts: {
      disciplines: new Map(disciplineCodes.map((code) => [code, countIn(code)])),
      categories: discipline
        ? tally(anyDiscipline, (course) => categoriesOf(course, discipline))
        : new Map<string, number>(),
      formats: tally(without("format"), (course) => course.formats.map(({ format }) => format)),
    },
  };
}

/** Whether a course is for the discipline and gives credits in any of the categories; those that the discipline lacks
 *  (Safety in mammography) ask for nothing. */
function serves(course: Course, code: DisciplineCode, categories: string[]): boolean {
  const asked = categories.filter((category) => isMajorOf(code, category));
  return (
    course.disciplines.includes(code) && (asked.length === 0 || asked.some((major) => covers(course, code, major)))
  );
}

/** The lowest price among the formats asked for; undefined where the course has none of them. */
export function priceFrom(
  course: Course,
  chosen: Format[],
  prices: ReadonlyMap<CourseFormatId, Cents>,
): Cents | undefined {
  const offered = pricesOf(course, chosen, prices);
  return offered.length > 0 ? cents(Math.min(...offered)) : undefined;
}

function testsOf(filters: CatalogFilters, { prices, today, ranks }: BrowseFacts): Record<Facet, Test> {
  const { discipline, category, format, creditsFrom, creditsTo, priceFrom: low, priceTo: high } = filters;
  return {
    search: ({ id }) => !ranks || ranks.has(id),
    discipline: (course) => !discipline || serves(course, discipline, category),
    format: (course) => format.length === 0 || course.formats.some((offered) => format.includes(offered.format)),
    credits: ({ approval }) => isWithin(approval.credits, creditsFrom, creditsTo),
    price: (course) =>
      (low === undefined && high === undefined) ||
      pricesOf(course, format, prices).some((price) => isWithin(price, low, high)),
    ended: (course) => filters.ended || !hasEnded(course.approval, today),
  };
}

function isWithin(amount: number, from: number | undefined, to: number | undefined): boolean {
  return (from === undefined || from <= amount) && (to === undefined || amount <= to);
}

function pricesOf(course: Course, chosen: Format[], prices: ReadonlyMap<CourseFormatId, Cents>): Cents[] {
  return course.formats
    .filter(({ format }) => chosen.length === 0 || chosen.includes(format))
    .map(({ id, price }) => prices.get(id) ?? price);
}

function categoriesOf(course: Course, discipline: DisciplineCode): string[] {
  const codes = course.approval.distributions
    .filter((distribution) => distribution.discipline === discipline)
    .flatMap(({ credits }) => [...credits.keys()].map(categoryOf));
  return [...new Set(codes)];
}

function tally<Key>(courses: Course[], keysOf: (course: Course) => Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const course of courses) for (const key of keysOf(course)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

type Order = (a: Course, b: Course) => number;

/** What is the same in the sort is in the order of titles, so that pages never overlap. */
function orderOf(filters: CatalogFilters, { prices, ranks, today }: BrowseFacts): Order {
  const byTitle: Order = (a, b) => a.title.localeCompare(b.title, "en") || (a.id < b.id ? -1 : 1);
  const price = (course: Course) => priceFrom(course, filters.format, prices) ?? Number.POSITIVE_INFINITY;
  const orders: Record<Sort, Order> = {
    relevance: (a, b) => (ranks?.get(b.id) ?? 0) - (ranks?.get(a.id) ?? 0),
    title: () => 0,
    credits: (a, b) => b.approval.credits - a.approval.credits,
    price: (a, b) => price(a) - price(b),
    newest: (a, b) => b.publishedOn.localeCompare(a.publishedOn),
    approval: (a, b) => a.approval.endsOn.localeCompare(b.approval.endsOn),
  };
  // What can't be bought any more comes last, whatever the order.
  return (a, b) =>
    Number(hasEnded(a.approval, today)) - Number(hasEnded(b.approval, today)) ||
    orders[filters.sort](a, b) ||
    byTitle(a, b);
}
