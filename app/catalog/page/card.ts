import type { Day } from "~/core/dates";
import type { CourseFormatId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import type { CoverCourse } from "../cover/course-cover";
import { type Course, creditsByCategory, creditsIn, leadingDiscipline } from "../read/course";
import type { CourseOffer } from "../read/course-offer";
import { type DisciplineCode, discipline } from "../read/disciplines";
import { type Format, formatNames } from "../read/formats";
import { type ApprovalView, viewApproval } from "./approval-view";

/** A course as a card shows it; only what is seen leaves the loader. Credits are hundredths, prices cents. */
export type CourseCard = {
  cover: CoverCourse;
  slug: string;
  title: string;
  subtitle: string | null;
  credits: number;
  approvalCategory: string;
  approval: ApprovalView;
  /** The discipline that the card shows the course for. */
  discipline: string;
  /** Its credits in it; undefined where it has none by category. */
  bar?: { inDiscipline: number; segments: { code: string; name: string; credits: number }[] };
  alsoFor: string[];
  formats: string[];
  from: { price: Cents; isOnly: boolean };
  sale?: { price: Cents; regular: Cents; unitsLeft: number | null };
};

export type CardFacts = {
  offers: ReadonlyMap<CourseFormatId, CourseOffer>;
  today: Day;
  /** What the shopper asked for; otherwise the course's own leading discipline is shown. */
  discipline?: DisciplineCode;
  formats?: Format[];
};

export function cardOf(course: Course, { offers, today, discipline: chosen, formats = [] }: CardFacts): CourseCard {
  const leading = leadingDiscipline(course);
  const shown = chosen && course.disciplines.includes(chosen) ? chosen : leading;
  const distribution = course.approval.distributions.find((one) => one.discipline === shown);
  const offered = course.formats.filter(({ format }) => formats.length === 0 || formats.includes(format));
  const prices = offered.map(({ id, price }) => offers.get(id)?.price ?? price);
  return {
    cover: { slug: course.slug, title: course.title, discipline: leading },
    slug: course.slug,
    title: course.title,
    subtitle: course.subtitle,
    credits: course.approval.credits,
    approvalCategory: course.approval.category,
    approval: viewApproval(course.approval, today),
    discipline: discipline(shown).name,
    bar: distribution && {
      inDiscipline: creditsIn(course, shown),
      segments: creditsByCategory(distribution).map(({ code, name, credits }) => ({ code, name, credits })),
    },
    alsoFor: course.disciplines.filter((code) => code !== shown),
    formats: course.formats.map(({ format }) => formatNames[format]),
    from: { price: cents(Math.min(...prices)), isOnly: new Set(prices).size === 1 },
    sale: bestSale(course, offers),
  };
}

function bestSale(course: Course, offers: ReadonlyMap<CourseFormatId, CourseOffer>): CourseCard["sale"] {
  const [best] = course.formats
    .flatMap(({ id }) => offers.get(id) ?? [])
    .filter(({ sale, price, regular }) => sale && price < regular)
    .toSorted((a, b) => a.price - b.price);
  return best?.sale && { price: best.price, regular: best.regular, unitsLeft: best.sale.unitsLeft };
}
