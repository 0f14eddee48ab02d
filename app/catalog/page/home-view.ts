import type { Day } from "~/core/dates";
import type { CourseFormatId } from "~/core/ids";
import type { Cents } from "~/core/money";
import type { CoverCourse } from "../cover/course-cover";
import { isInForce } from "../read/approval-state";
import { type Course, leadingDiscipline } from "../read/course";
import type { CourseOffer } from "../read/course-offer";
import { type DisciplineCode, disciplines } from "../read/disciplines";
import { type SaleEnd, saleEnd } from "../read/sale-end";
import { browse } from "../search/browse";
import { readFilters } from "../search/filters";
import { type CourseCard, cardOf } from "./card";

/** A sale as the front page shows it. Prices are cents. */
export type SaleBanner = {
  name: string;
  cover: CoverCourse;
  price: Cents;
  regular: Cents;
  /** Null where they are not limited. */
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
  offers: ReadonlyMap<CourseFormatId, CourseOffer>;
  now: Date;
  today: Day;
  timeZone: string;
};

const newestFirst = readFilters(new URLSearchParams("sort=newest"));
const shelf = 4;

export function viewHome({ courses, offers, now, today, timeZone }: Facts): HomeView {
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
    banner: featuredBanner({ courses, offers, now, today, timeZone }),
    covers: differentDisciplines(found.courses.map(coverOf), 3),
    newest: found.courses.slice(0, shelf).map((course) => cardOf(course, { offers, today })),
  };
}

/** Of the featured sales the first by id, with the first course that it prices now. */
function featuredBanner({ courses, offers, ...facts }: Facts): SaleBanner | undefined {
  const priced = courses
    .filter(({ approval }) => isInForce(approval, facts.today))
    .flatMap((course) => course.formats.map(({ id }) => ({ course, offer: offers.get(id) })))
    .filter(({ offer }) => offer?.sale?.isFeatured);
  const [first] = priced.toSorted((a, b) => compare(a.offer?.sale?.promotionId, b.offer?.sale?.promotionId));
  return first?.offer && bannerOf(first.course, first.offer, facts);
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : Number(a > b);
}

/** Undefined where the offer is no sale's. */
export function bannerOf(
  course: Course,
  { price, regular, sale }: CourseOffer,
  facts: Pick<Facts, "now" | "today" | "timeZone">,
): SaleBanner | undefined {
  if (!sale) return undefined;
  const { name, unitsLeft, endsAt } = sale;
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
