import type { Course } from "~/catalog/read/course";
import type { CourseOffer } from "~/catalog/read/course-offer";
import { type DisciplineCode, disciplineCodes, disciplines } from "~/catalog/read/disciplines";
import type { Credits } from "~/core/credits";
import type { Day } from "~/core/dates";
import { makeListing } from "./listing";

export type IndexEntry = {
  code: DisciplineCode;
  name: string;
  courses: number;
  /** Credits of all listed courses in the discipline; for R.R.A., which has no category list, their total. */
  credits: Credits;
  /** In the order of the index's categories; null entries aren't categories of this discipline; a null list means none
   *  is confirmed. */
  byCategory: (Credits | null)[] | null;
  /** Courses listed under a content specification other than the one in force. */
  underOtherVersions: number;
};

export type ListingIndex = { categories: { code: string; name: string }[]; entries: IndexEntry[] };

/** All disciplines with their listings' totals under the content specification in force. */
export function indexListings(courses: Course[], offers: ReadonlyMap<string, CourseOffer>, today: Day): ListingIndex {
  const categories = allCategories();
  const entries = disciplineCodes.map((code): IndexEntry => {
    const { discipline, sections } = makeListing(courses, offers, {
      discipline: code,
      purpose: "structured-education",
      today,
    });
    const [inForce, ...others] = sections;
    if (!inForce) throw new Error(`${code} has no section`);
    const { version, columns, rows, totals } = inForce;
    const given = new Map(columns.map((column, at) => [column.code, totals.byColumn[at] ?? null]));
    return {
      ...discipline,
      courses: rows.length,
      credits: totals.inDiscipline ?? totals.credits,
      byCategory: version && categories.map((category) => given.get(category.code) ?? null),
      underOtherVersions: others.reduce((sum, section) => sum + section.rows.length, 0),
    };
  });
  return { categories, entries };
}

/** Every discipline's content categories, in order of first appearance. */
function allCategories() {
  const names = new Map<string, string>();
  for (const { specifications } of disciplines)
    for (const { contentCategories } of specifications)
      for (const { code, name } of contentCategories) if (!names.has(code)) names.set(code, name);
  return [...names].map(([code, name]) => ({ code, name }));
}
