import MiniSearch from "minisearch";
import type { CourseId } from "~/core/ids";
import type { Catalog } from "../read/catalog.server";
import type { Course } from "../read/course";
import { discipline, specification } from "../read/disciplines";
import { formatNames } from "../read/formats";

type Entry = { id: string } & Record<(typeof fields)[number], string>;
const fields = [
  "title",
  "subtitle",
  "numbers",
  "disciplines",
  "categories",
  "authors",
  "summary",
  "objectives",
] as const;

const options = {
  boost: { title: 6, subtitle: 3, numbers: 6, disciplines: 3, categories: 2, authors: 2 },
  // "bon" finds bone. Short words must be spelled right: one letter off, CT is another word.
  prefix: (term: string) => term.length > 1,
  // No word is so long that a dozen wrong letters should be tried.
  fuzzy: (term: string) => (term.length > 4 && term.length <= 30 ? 0.2 : false),
};
/** Each word is looked up with its misspellings; more than these find nothing more. */
const mostWords = 12;

const indexes = new WeakMap<Catalog, MiniSearch<Entry>>();

/** Search score by course id: courses that match all the words, or if none do, any of them. */
export function searchCatalog(catalog: Catalog, typed: string): Map<CourseId, number> {
  const index = indexOf(catalog);
  const words = typed
    .split(/[\s\p{P}]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
    .join(" ");
  const all = index.search(words, { ...options, combineWith: "AND" });
  const results = all.length > 0 ? all : index.search(words, { ...options, combineWith: "OR" });
  return new Map(results.map(({ id, score }) => [id, score]));
}

/** One index per catalog snapshot; garbage-collected with it. */
function indexOf(catalog: Catalog): MiniSearch<Entry> {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new MiniSearch<Entry>({ fields: [...fields] });
  index.addAll(catalog.courses.map(entryOf));
  indexes.set(catalog, index);
  return index;
}

function entryOf(course: Course): Entry {
  const categories = course.approval.distributions.flatMap(({ discipline: code, specification: version, credits }) =>
    (specification(code, version)?.contentCategories ?? []).flatMap((major) =>
      major.subcategories.filter((sub) => credits.has(sub.code)).flatMap((sub) => [major.name, sub.name]),
    ),
  );
  return {
    id: course.id,
    title: course.title,
    subtitle: course.subtitle ?? "",
    numbers: [course.approval.referenceNumber, ...course.formats.map(({ isbn }) => isbn ?? "")].join(" "),
    disciplines: course.disciplines.flatMap((code) => [code, discipline(code).name, ...otherNames(code)]).join(" "),
    categories: [...new Set(categories), ...course.formats.map(({ format }) => formatNames[format])].join(" "),
    authors: course.authors.join(" "),
    summary: course.summary,
    objectives: course.objectives.join(" "),
  };
}

/** Common search terms for a discipline besides its name. */
function otherNames(code: string): string[] {
  const names: Record<string, string[]> = {
    MR: ["MRI"],
    S: ["ultrasound"],
    VS: ["ultrasound", "vascular tech"],
    BS: ["ultrasound"],
    BD: ["DXA", "DEXA"],
    R: ["x-ray", "xray"],
    M: ["mammo"],
    N: ["nuc med", "PET"],
    VI: ["IR"],
    CI: ["cath lab"],
    RRA: ["radiologist assistant", "RA"],
  };
  return names[code] ?? [];
}
