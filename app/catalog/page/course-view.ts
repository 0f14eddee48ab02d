import { type Day, formatDay } from "~/core/dates";
import type { CourseFormatId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import type { CoverCourse } from "../cover/course-cover";
import { isInForce } from "../read/approval-state";
import {
  type CategoryCredits,
  type Course,
  type CourseFormat,
  creditsByCategory,
  leadingDiscipline,
} from "../read/course";
import type { CourseOffer } from "../read/course-offer";
import { discipline } from "../read/disciplines";
import { formatDescriptions, formatNames } from "../read/formats";
import { saleEndText } from "../read/sale-end";
import { type ApprovalView, viewApproval } from "./approval-view";
import { type CourseCard, cardOf } from "./card";

/** A format in the order box. Prices are in cents. */
export type FormatChoice = {
  id: CourseFormatId;
  name: string;
  promise: string;
  price: Cents;
  regular: Cents;
  sale?: {
    name: string;
    /** `40 left at this price`; undefined if the sale is unlimited. */
    left?: string;
    /** `2 per customer` */
    limit?: string;
    /** `Dec 24, 2026` */
    ends: string;
    /** `First 2 at $99.50 each, then $129.00`; undefined if one order can't reach the regular price. */
    split?: string;
  };
  isSaleSoldOut: boolean;
  stock?: string;
  isAvailable: boolean;
};

export type DisciplineCredits = {
  code: string;
  name: string;
  /** First day of the content specification used for the credits, `Jul 1, 2017`. */
  specification: string;
  categories: CategoryCredits[];
};

/** Everything a course page shows. Credits are in hundredths. */
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
  approval: ApprovalView & { approver: string; referenceNumber: string; category: string };
  leading: { code: string; name: string };
  disciplines: DisciplineCredits[];
  /** Disciplines without content categories (R.R.A.): the course's total counts. */
  wholly: string[];
  /** Disciplines with content categories in which the course has no credits (EDUCATION 3). */
  uncounted: string[];
  formats: FormatChoice[];
  /** Most units of one format in an order. */
  maxPerOrder: number;
  isComplete: boolean;
  related: CourseCard[];
};

type Facts = {
  offers: ReadonlyMap<CourseFormatId, CourseOffer>;
  today: Day;
  now: Date;
  timeZone: string;
  courses: Course[];
  maxPerOrder: number;
};

export function viewCourse(course: Course, facts: Facts): CourseView {
  const { approval, disciplines } = course;
  const { today, offers } = facts;
  const leading = leadingDiscipline(course);
  const counted = approval.distributions.map((distribution) => distribution.discipline);
  const others = disciplines.filter((code) => !counted.includes(code)).map((code) => discipline(code));
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
      ...viewApproval(approval, today),
      approver: approval.approver,
      referenceNumber: approval.referenceNumber,
      category: approval.category,
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
    wholly: others.filter(({ specifications }) => specifications.length === 0).map(({ name }) => name),
    uncounted: others.filter(({ specifications }) => specifications.length > 0).map(({ name }) => name),
    formats: course.formats.map((format) => choiceOf(format, offers.get(format.id), facts)),
    maxPerOrder: facts.maxPerOrder,
    isComplete: course.isComplete,
    related: relatedTo(course, facts.courses, today).map((other) => cardOf(other, { offers, today })),
  };
}

function choiceOf(format: CourseFormat, offer: CourseOffer | undefined, facts: Facts): FormatChoice {
  const { price, regular, sale, copiesLeft } = offer ?? { price: format.price, regular: format.price };
  return {
    id: format.id,
    name: formatNames[format.format],
    promise: formatDescriptions[format.format],
    price,
    regular,
    sale: sale && {
      name: sale.name,
      left: sale.unitsLeft === null ? undefined : `${sale.unitsLeft} left at this price`,
      limit: sale.perCustomer === null ? undefined : `${sale.perCustomer} per customer`,
      ends: saleEndText(sale.endsAt, facts),
      split: saleSplit({ ...sale, price, regular, maxPerOrder: facts.maxPerOrder }),
    },
    isSaleSoldOut: offer?.isSaleSoldOut ?? false,
    stock: copiesLeft === undefined ? undefined : stockText(copiesLeft),
    isAvailable: copiesLeft !== 0,
  };
}

type SaleLimits = {
  unitsLeft: number | null;
  perCustomer: number | null;
  price: Cents;
  regular: Cents;
  maxPerOrder: number;
};

/** "First 2 at $99.50 each, then $129.00": how one order's line is split (PRICING 4); undefined if no order is large
 *  enough. */
export function saleSplit({ unitsLeft, perCustomer, price, regular, maxPerOrder }: SaleLimits): string | undefined {
  const most = Math.min(unitsLeft ?? Number.POSITIVE_INFINITY, perCustomer ?? Number.POSITIVE_INFINITY);
  if (most >= maxPerOrder) return undefined;
  const first = most === 1 ? `The first at ${formatCents(price)}` : `First ${most} at ${formatCents(price)} each`;
  return `${first}, then ${formatCents(regular)}`;
}

function stockText(copies: number): string {
  if (copies === 0) return "Out of stock";
  return copies === 1 ? "1 copy in stock" : `${copies} copies in stock`;
}

/** Up to three courses for sale: same leading discipline first, then other shared disciplines, closest in credits
 *  first. */
function relatedTo(course: Course, courses: Course[], today: Day): Course[] {
  const leading = leadingDiscipline(course);
  const isSame = (other: Course) => leadingDiscipline(other) === leading;
  const shared = (other: Course) => other.disciplines.filter((code) => course.disciplines.includes(code)).length;
  const distance = (other: Course) => Math.abs(other.approval.credits - course.approval.credits);
  return courses
    .filter((other) => other.id !== course.id && shared(other) > 0 && isInForce(other.approval, today))
    .toSorted((a, b) => Number(isSame(b)) - Number(isSame(a)) || shared(b) - shared(a) || distance(a) - distance(b))
    .slice(0, 3);
}
