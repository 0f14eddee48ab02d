import type { Day } from "~/core/dates";
import { isInForce } from "./approval-state";
import { browse } from "./browse";
import { type CourseCard, cardOf } from "./card";
import { type Course, leadingDiscipline } from "./course";
import type { CoverCourse } from "./course-cover";
import type { CourseOffer } from "./course-offer";
import { type DisciplineCode, disciplines } from "./disciplines";
import { readFilters } from "./filters";
import { type SaleEnd, saleEnd } from "./sale-end";

/** The sale that the front page shows; promotions choose it. Prices are cents. */
export type FeaturedSale = {
  name: string;
  courseSlug: string;
  price: number;
  regular: number;
  /** Null where they are not limited. */
  unitsLeft: number | null;
  /** ISO instant. */
  endsAt: string;
};

export type SaleBanner = {
  name: string;
  cover: CoverCourse;
  price: number;
  regular: number;
  unitsLeft: number | null;
  ends: SaleEnd;
};

/** All that the front page shows. */
export type HomeView = {
  /** Courses whose approval has not ended, and the disciplines that they serve. */
  courses: number;
  disciplines: { code: DisciplineCode; name: string; courses: number }[];
  banner?: SaleBanner;
  /** Covers of different colours for the top of the page. */
  covers: CoverCourse[];
  newest: CourseCard[];
};

type Facts = {
  courses: Course[];
  offers: ReadonlyMap<string, CourseOffer>;
  sale?: FeaturedSale;
  now: Date;
  today: Day;
  timeZone: string;
};

const newestFirst = readFilters(new URLSearchParams("sort=newest"));
const shelf = 4;

export function viewHome({ courses, offers, sale, now, today, timeZone }: Facts): HomeView {
  const prices = new Map([...offers].map(([id, { price }]) => [id, price]));
  const found = browse(courses, newestFirst, { prices, today });
  const served = disciplines.map(({ code, name }) => ({
    code,
    name,
    courses: found.counts.disciplines.get(code) ?? 0,
  }));
  return {
    courses: found.total,
    disciplines: served.filter((one) => one.courses > 0),
    banner: sale && bannerOf(sale, courses, { now, today, timeZone }),
    covers: differentDisciplines(found.courses.map(coverOf), 3),
    newest: found.courses.slice(0, shelf).map((course) => cardOf(course, { offers, today })),
  };
}

function bannerOf(
  { name, courseSlug, price, regular, unitsLeft, endsAt }: FeaturedSale,
  courses: Course[],
  facts: Pick<Facts, "now" | "today" | "timeZone">,
): SaleBanner | undefined {
  const course = courses.find(({ slug }) => slug === courseSlug);
  if (!course || !isInForce(course.approval, facts.today)) return undefined;
  return { name, cover: coverOf(course), price, regular, unitsLeft, ends: saleEnd(endsAt, facts) };
}

function coverOf(course: Course): CoverCourse {
  return { slug: course.slug, title: course.title, discipline: leadingDiscipline(course) };
}

function differentDisciplines(covers: CoverCourse[], most: number): CoverCourse[] {
  const first = new Map<DisciplineCode, CoverCourse>();
  for (const cover of covers) if (!first.has(cover.discipline)) first.set(cover.discipline, cover);
  return [...first.values()].slice(0, most);
}
