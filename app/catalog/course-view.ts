import { type Day, daysBetween, formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import { type CourseCard, cardOf } from "./card";
import { type CategoryCredits, type Course, type CourseFormat, creditsByCategory, leadingDiscipline } from "./course";
import type { CoverCourse } from "./course-cover";
import { type ApprovalState, approvalState, type CourseOffer } from "./course-offer";
import { discipline } from "./disciplines";
import { formatNames, formatPromises } from "./formats";
import { saleEndText } from "./sale-end";

/** A format as the order box offers it. Prices are cents. */
export type FormatChoice = {
  id: string;
  name: string;
  promise: string;
  price: number;
  regular: number;
  sale?: { left: string; split: string; until: string };
  isSaleSoldOut: boolean;
  stock?: string;
  isAvailable: boolean;
};

export type DisciplineCredits = {
  code: string;
  name: string;
  /** First day of the content specification that the credits are counted by, `Jul 1, 2017`. */
  specification: string;
  categories: CategoryCredits[];
};

/** All that a course's page shows. Credits are hundredths. */
export type CourseView = {
  cover: CoverCourse;
  title: string;
  subtitle: string | null;
  summary: string;
  objectives: string[];
  authors: string[];
  pageCount: number;
  publishedOn: string;
  isbn: string | undefined;
  credits: number;
  approval: ApprovalState & { approver: string; referenceNumber: string; category: string; startsOn: string };
  leading: { code: string; name: string };
  disciplines: DisciplineCredits[];
  /** Disciplines that the course serves without credits by content category. */
  uncounted: string[];
  formats: FormatChoice[];
  isComplete: boolean;
  related: CourseCard[];
};

type Facts = { offers: ReadonlyMap<string, CourseOffer>; today: Day; now: Date; timeZone: string; courses: Course[] };

export function viewCourse(course: Course, facts: Facts): CourseView {
  const { approval, disciplines } = course;
  const { today, offers } = facts;
  const leading = leadingDiscipline(course);
  const counted = approval.distributions.map((distribution) => distribution.discipline);
  return {
    cover: { slug: course.slug, title: course.title, discipline: leading },
    title: course.title,
    subtitle: course.subtitle,
    summary: course.summary,
    objectives: course.objectives,
    authors: course.authors,
    pageCount: course.pageCount,
    publishedOn: formatDay(course.publishedOn),
    isbn: course.formats.find(({ isbn }) => isbn)?.isbn ?? undefined,
    credits: approval.credits,
    approval: {
      ...approvalState(approval, today),
      approver: approval.approver,
      referenceNumber: approval.referenceNumber,
      category: approval.category,
      startsOn: formatDay(approval.startsOn),
    },
    leading: { code: leading, name: discipline(leading).name },
    disciplines: approval.distributions
      .toSorted((a, b) => Number(b.discipline === leading) - Number(a.discipline === leading))
      .map((distribution) => ({
        code: distribution.discipline,
        name: discipline(distribution.discipline).name,
        specification: formatDay(distribution.specification),
        categories: creditsByCategory(distribution),
      })),
    uncounted: disciplines.filter((code) => !counted.includes(code)).map((code) => discipline(code).name),
    formats: course.formats.map((format) => choiceOf(format, offers.get(format.id), facts)),
    isComplete: course.isComplete,
    related: relatedTo(course, facts.courses, today).map((other) => cardOf(other, { offers, today })),
  };
}

function choiceOf(format: CourseFormat, offer: CourseOffer | undefined, facts: Facts): FormatChoice {
  const { price, regular, sale, copiesLeft } = offer ?? { price: format.price, regular: format.price };
  return {
    id: format.id,
    name: formatNames[format.format],
    promise: formatPromises[format.format],
    price,
    regular,
    sale: sale && {
      left: `${sale.unitsLeft} left at the sale price`,
      split: saleSplit(sale.unitsLeft, sale.perCustomer, price, regular),
      until: `until ${saleEndText(sale.endsAt, facts)}`,
    },
    isSaleSoldOut: offer?.isSaleSoldOut ?? false,
    stock: copiesLeft === undefined ? undefined : stockWords(copiesLeft),
    isAvailable: copiesLeft !== 0,
  };
}

/** "First 2 at $99.50 each, then $129.00": where one order's line is divided (PRICING 4). */
export function saleSplit(unitsLeft: number, perCustomer: number | null, price: number, regular: number): string {
  const most = Math.min(unitsLeft, perCustomer ?? unitsLeft);
  const first = most === 1 ? `The first at ${formatCents(price)}` : `First ${most} at ${formatCents(price)} each`;
  return `${first}, then ${formatCents(regular)}`;
}

function stockWords(copies: number): string {
  if (copies === 0) return "Out of stock";
  return copies === 1 ? "1 copy in stock" : `${copies} copies in stock`;
}

/** Courses that can be bought and share most disciplines with this one, the nearest in size first. */
function relatedTo(course: Course, courses: Course[], today: Day): Course[] {
  const leading = leadingDiscipline(course);
  const shared = (other: Course) => other.disciplines.filter((code) => course.disciplines.includes(code)).length;
  const nearness = (other: Course) =>
    (leadingDiscipline(other) === leading ? 3 : 0) +
    shared(other) -
    Math.abs(other.approval.credits - course.approval.credits) / 1000;
  return courses
    .filter((other) => other.id !== course.id && shared(other) > 0 && daysBetween(today, other.approval.endsOn) >= 0)
    .toSorted((a, b) => nearness(b) - nearness(a))
    .slice(0, 4);
}
