import type { Day } from "~/core/dates";
import { hasEnded } from "./browse";
import { type CourseCard, cardOf } from "./card";
import { type Course, leadingDiscipline } from "./course";
import type { CoverCourse } from "./course-cover";
import { type CourseOffer, saleEnd } from "./course-offer";
import { disciplines } from "./disciplines";

/** A sale as the front page shows it; promotions choose it. Prices are cents. */
export type FeaturedSale = {
  name: string;
  courseSlug: string;
  price: number;
  regular: number;
  unitsLeft: number;
  /** ISO instant. */
  endsAt: string;
};

export type HomeView = {
  courses: number;
  disciplines: { code: string; name: string; courses: number }[];
  newest: CourseCard[];
  sale?: Omit<FeaturedSale, "courseSlug" | "endsAt"> & {
    cover: CoverCourse;
    subtitle: string | null;
    ends: string;
  };
};

type Facts = {
  courses: Course[];
  offers: ReadonlyMap<string, CourseOffer>;
  sale: FeaturedSale | undefined;
  today: Day;
  now: Date;
  timeZone: string;
};

const newCourses = 4;

export function viewHome({ courses, offers, sale, today, now, timeZone }: Facts): HomeView {
  const running = courses.filter((course) => !hasEnded(course, today));
  const onSale = sale && running.find(({ slug }) => slug === sale.courseSlug);
  return {
    courses: running.length,
    disciplines: disciplines.map(({ code, name }) => ({
      code,
      name,
      courses: running.filter((course) => course.disciplines.includes(code)).length,
    })),
    newest: running
      .filter((course) => course.publishedOn <= today)
      .toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn))
      .slice(0, newCourses)
      .map((course) => cardOf(course, { offers, today })),
    sale:
      sale && onSale
        ? {
            cover: { slug: onSale.slug, title: onSale.title, discipline: leadingDiscipline(onSale) },
            subtitle: onSale.subtitle,
            name: sale.name,
            price: sale.price,
            regular: sale.regular,
            unitsLeft: sale.unitsLeft,
            ends: saleEnd(sale.endsAt, { now, timeZone }),
          }
        : undefined,
  };
}
