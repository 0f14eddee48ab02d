import { approvalState, isInForce } from "~/catalog/read/approval-state";
import type { Course, Distribution } from "~/catalog/read/course";
import type { CourseOffer } from "~/catalog/read/course-offer";
import {
  type ContentSpecification,
  type DisciplineCode,
  discipline,
  specification,
  specificationOn,
} from "~/catalog/read/disciplines";
import { type Credits, noCredits, sumCredits } from "~/core/credits";
import { addDays, type Day } from "~/core/dates";
import { formatPrices, type ListedFormat } from "./format-prices";
import type { Purpose } from "./purpose";

/** A content category (structured education) or a subcategory (CQR) with its category. */
export type ListingColumn = { code: string; name: string; category: string; categoryName: string };

export type ListingRow = {
  slug: string;
  title: string;
  referenceNumber: string;
  approver: string;
  category: "A" | "A+";
  endsOn: Day;
  endsSoon: boolean;
  /** The course's total credits, which count toward the biennium. */
  credits: Credits;
  /** Credits in the discipline; null if the discipline has no category list. */
  inDiscipline: Credits | null;
  /** In the order of the section's columns. */
  byColumn: Credits[];
  formats: ListedFormat[];
};

export type ListingTotals = {
  credits: Credits;
  /** The part of `credits` from courses of category A+. */
  aPlus: Credits;
  inDiscipline: Credits | null;
  byColumn: Credits[];
};

export type SpecificationNote = {
  effectiveFrom: Day;
  /** Last day in force; null if no successor is known. */
  lastDay: Day | null;
  standing: "in-force" | "coming" | "former";
  confirmed: boolean;
};

/** Courses whose credits were distributed under one version; versions are never mixed. */
export type ListingSection = {
  /** Null if the discipline has no category list (R.R.A.). */
  version: SpecificationNote | null;
  columns: ListingColumn[];
  rows: ListingRow[];
  totals: ListingTotals;
};

export type Listing = {
  discipline: { code: DisciplineCode; name: string };
  purpose: Purpose;
  asOf: Day;
  /** The version in force first, even without courses; then coming ones, then earlier ones. */
  sections: ListingSection[];
};

type Ask = { discipline: DisciplineCode; purpose: Purpose; today: Day };

/** The courses that serve a discipline today, by version of its content specification. Courses whose approval has
 *  ended are left out (EDUCATION 7). Totals cover the entire list and are for planning only: ARRT decides. */
export function makeListing(courses: Course[], offers: ReadonlyMap<string, CourseOffer>, ask: Ask): Listing {
  const approved = courses.filter((course) => isInForce(course.approval, ask.today));
  const { code, name, specifications } = discipline(ask.discipline);
  const sections =
    specifications.length > 0
      ? versionsOf(approved, ask).map((version) => versionSection(approved, offers, version, ask))
      : [plainSection(approved, offers, ask)];
  return { discipline: { code, name }, purpose: ask.purpose, asOf: ask.today, sections };
}

function versionsOf(courses: Course[], { discipline: code, today }: Ask): ContentSpecification[] {
  const inForce = specificationOn(code, today);
  const used = new Set(courses.flatMap((course) => distributionsIn(course, code).map((given) => given.specification)));
  if (inForce) used.delete(inForce.effectiveFrom);
  const others = [...used]
    .sort()
    .reverse()
    .map((from) => {
      const version = specification(code, from);
      if (!version) throw new Error(`${code} has no specification ${from}`);
      return version;
    });
  return inForce ? [inForce, ...others] : others;
}

function distributionsIn(course: Course, code: DisciplineCode): Distribution[] {
  return course.approval.distributions.filter((given) => given.discipline === code);
}

function versionSection(
  courses: Course[],
  offers: ReadonlyMap<string, CourseOffer>,
  version: ContentSpecification,
  { discipline: code, purpose, today }: Ask,
): ListingSection {
  const columns = columnsOf(version, purpose);
  const rows = courses.flatMap((course) =>
    distributionsIn(course, code)
      .filter((given) => given.specification === version.effectiveFrom)
      .map((given) => {
        const byColumn = columns.map((column) => creditsUnder(given, column.code));
        return { ...factsOf(course, offers, today), inDiscipline: sumCredits(byColumn), byColumn };
      }),
  );
  return { version: noteOf(version, today), columns, rows, totals: totalsOf(rows, columns.length) };
}

/** R.R.A.: its content categories aren't confirmed, so courses are listed only by total and credit category. */
function plainSection(courses: Course[], offers: ReadonlyMap<string, CourseOffer>, ask: Ask): ListingSection {
  const rows = courses
    .filter((course) => course.disciplines.includes(ask.discipline))
    .map((course) => ({ ...factsOf(course, offers, ask.today), inDiscipline: null, byColumn: [] }));
  return { version: null, columns: [], rows, totals: totalsOf(rows, 0) };
}

function columnsOf(version: ContentSpecification, purpose: Purpose): ListingColumn[] {
  return version.contentCategories.flatMap((category) =>
    (purpose === "cqr" ? category.subcategories : [category]).map(({ code, name }) => ({
      code,
      name,
      category: category.code,
      categoryName: category.name,
    })),
  );
}

/** A subcategory's credits, or a category's as the sum of its subcategories' (EDUCATION 5). */
function creditsUnder(given: Distribution, code: string): Credits {
  return sumCredits(
    [...given.credits].flatMap(([subcategory, amount]) =>
      subcategory === code || subcategory.startsWith(`${code}.`) ? [amount] : [],
    ),
  );
}

function factsOf(course: Course, offers: ReadonlyMap<string, CourseOffer>, today: Day) {
  const { referenceNumber, approver, category, endsOn, credits } = course.approval;
  const { slug, title } = course;
  const endsSoon = approvalState(course.approval, today).state === "ends-soon";
  return {
    slug,
    title,
    referenceNumber,
    approver,
    category,
    endsOn,
    endsSoon,
    credits,
    formats: formatPrices(course, offers),
  };
}

function totalsOf(rows: ListingRow[], columns: number): ListingTotals {
  return {
    credits: sumCredits(rows.map((row) => row.credits)),
    aPlus: sumCredits(rows.map((row) => (row.category === "A+" ? row.credits : noCredits))),
    inDiscipline: columns > 0 ? sumCredits(rows.map((row) => row.inDiscipline ?? noCredits)) : null,
    byColumn: Array.from({ length: columns }, (_, column) =>
      sumCredits(rows.map((row) => row.byColumn[column] ?? noCredits)),
    ),
  };
}

function noteOf({ effectiveFrom, effectiveTo, confirmed }: ContentSpecification, today: Day): SpecificationNote {
  const standing = today < effectiveFrom ? "coming" : effectiveTo && effectiveTo <= today ? "former" : "in-force";
  return { effectiveFrom, lastDay: effectiveTo && addDays(effectiveTo, -1), standing, confirmed };
}
