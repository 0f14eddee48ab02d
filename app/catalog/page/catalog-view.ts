import { formatCredits } from "~/core/credits";
import type { Day } from "~/core/dates";
import type { CourseFormatId, CourseId } from "~/core/ids";
import { formatCents } from "~/core/money";
import type { Course } from "../read/course";
import type { CourseOffer } from "../read/course-offer";
import { discipline, disciplines, specificationOn } from "../read/disciplines";
import { formatNames, formats } from "../read/formats";
import { browse } from "../search/browse";
import { type CatalogFilters, catalogPath, defaultSort, type Sort, sorts } from "../search/filters";
import { type CourseCard, cardOf } from "./card";

export type Choice = { value: string; label: string; count: number; chosen: boolean };

/** All that the catalog page shows. */
export type CatalogView = {
  title: string;
  /** Form fields as they were read: text as it would be typed. */
  fields: { q: string; creditsFrom: string; creditsTo: string; priceFrom: string; priceTo: string; ended: boolean };
  /** Empty stands for the default, which the address leaves out. */
  sort: Sort | "";
  sorts: { value: Sort | ""; label: string }[];
  disciplines: Choice[];
  categories: Choice[];
  formats: Choice[];
  /** Each active filter with the address without it. */
  chips: { label: string; to: string }[];
  cards: CourseCard[];
  total: number;
  /** Further courses whose approval has ended, and the address that shows them. */
  ended?: { count: number; to: string };
  pages: { number: number; to: string; current: boolean }[];
  path: string;
};

type Facts = {
  courses: Course[];
  offers: ReadonlyMap<CourseFormatId, CourseOffer>;
  today: Day;
  ranks?: ReadonlyMap<CourseId, number>;
};

const sortLabels: Record<Sort, string> = {
  relevance: "Best match",
  title: "Title",
  credits: "Most credits",
  price: "Lowest price",
  newest: "Newest",
  approval: "Approval ends first",
};

export function viewCatalog(filters: CatalogFilters, { courses, offers, today, ranks }: Facts): CatalogView {
  const prices = new Map([...offers].map(([id, { price }]) => [id, price]));
  const found = browse(courses, filters, { prices, today, ranks });
  const to = (change: Partial<CatalogFilters>) => catalogPath({ ...filters, page: 1, ...change });
  const orDefault = (sort: Sort) => (sort === defaultSort(filters.q) ? "" : sort);
  const { discipline: code } = filters;
  const majors = (code && specificationOn(code, today)?.contentCategories) ?? [];
  return {
    title: code ? discipline(code).name : "Catalog",
    fields: {
      q: filters.q,
      creditsFrom: filters.creditsFrom ? formatCredits(filters.creditsFrom) : "",
      creditsTo: filters.creditsTo ? formatCredits(filters.creditsTo) : "",
      priceFrom: filters.priceFrom ? typedDollars(filters.priceFrom) : "",
      priceTo: filters.priceTo ? typedDollars(filters.priceTo) : "",
      ended: filters.ended,
    },
    sort: orDefault(filters.sort),
    sorts: sorts
      .filter((value) => filters.q || value !== "relevance")
      .map((value) => ({ value: orDefault(value), label: sortLabels[value] })),
    disciplines: disciplines.map(({ code: value, name }) => ({
      value,
      label: name,
      count: found.counts.disciplines.get(value) ?? 0,
      chosen: value === code,
    })),
    categories: majors.map(({ code: value, name }) => ({
      value,
      label: name,
      count: found.counts.categories.get(value) ?? 0,
      chosen: filters.category.includes(value),
    })),
    formats: formats.map((value) => ({
      value,
      label: formatNames[value],
      count: found.counts.formats.get(value) ?? 0,
      chosen: filters.format.includes(value),
    })),
    chips: chipsOf(filters, to, new Map(majors.map((major) => [major.code, major.name]))),
    cards: found.courses.map((course) => cardOf(course, { offers, today, discipline: code, formats: filters.format })),
    total: found.total,
    ended: !filters.ended && found.ended > 0 ? { count: found.ended, to: to({ ended: true }) } : undefined,
    pages: Array.from({ length: found.pages }, (_, index) => index + 1).map((number) => ({
      number,
      to: to({ page: number }),
      current: number === found.page,
    })),
    path: catalogPath({ ...filters, page: found.page }),
  };
}

function chipsOf(
  filters: CatalogFilters,
  to: (change: Partial<CatalogFilters>) => string,
  majors: ReadonlyMap<string, string>,
): CatalogView["chips"] {
  const { q, discipline: code, category, format, creditsFrom, creditsTo, priceFrom, priceTo, ended } = filters;
  const sort = filters.sort === "relevance" ? "title" : filters.sort;
  return [
    ...(q ? [{ label: `“${q}”`, to: to({ q: "", sort }) }] : []),
    ...(code ? [{ label: discipline(code).name, to: to({ discipline: undefined, category: [] }) }] : []),
    ...category.map((major) => ({
      label: majors.get(major) ?? major,
      to: to({ category: category.filter((other) => other !== major) }),
    })),
    ...format.map((one) => ({
      label: formatNames[one],
      to: to({ format: format.filter((other) => other !== one) }),
    })),
    ...range(creditsFrom, creditsTo, (amount) => `${formatCredits(amount)} credits`).map((label) => ({
      label,
      to: to({ creditsFrom: undefined, creditsTo: undefined }),
    })),
    ...range(priceFrom, priceTo, formatCents).map((label) => ({
      label,
      to: to({ priceFrom: undefined, priceTo: undefined }),
    })),
    ...(ended ? [{ label: "Ended approvals too", to: to({ ended: false }) }] : []),
  ];
}

function range(from: number | undefined, to: number | undefined, say: (amount: number) => string): string[] {
  if (from !== undefined && to !== undefined) return [`${say(from)} to ${say(to)}`];
  if (from !== undefined) return [`${say(from)} or more`];
  return to === undefined ? [] : [`up to ${say(to)}`];
}

function typedDollars(amount: number): string {
  return (amount / 100).toFixed(2).replace(/\.00$/, "");
}
