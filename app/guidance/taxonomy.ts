import {
  type ContentSpecification,
  type DisciplineCode,
  disciplines,
  specificationOn,
} from "~/catalog/read/disciplines";
import type { Day } from "~/core/dates";

export type Named = { code: string; name: string };
export type MajorsRow = {
  code: DisciplineCode;
  name: string;
  /** For each of the table's majors, whether the discipline has it; null if its categories aren't confirmed. */
  has: boolean[] | null;
  isConfirmed: boolean;
  categories: (Named & { subcategories: Named[] })[];
};
export type VersionChange = { name: string; on: Day; isAhead: boolean };
export type Taxonomy = { majors: Named[]; rows: MajorsRow[]; changes: VersionChange[] };

/** Content categories of each discipline under the specification in force on `today`, and specification changes
 *  between `from` and `to`. */
export function describeTaxonomy(today: Day, from: Day, to: Day): Taxonomy {
  const versions = disciplines.map(({ code, name }) => ({ code, name, version: specificationOn(code, today) }));
  const majors = new Map<string, string>();
  for (const { version } of versions)
    for (const { code, name } of version?.contentCategories ?? []) if (!majors.has(code)) majors.set(code, name);
  const columns = [...majors].map(([code, name]) => ({ code, name }));
  return {
    majors: columns,
    rows: versions.map(({ code, name, version }) => ({
      code,
      name,
      has: version ? columns.map((major) => version.contentCategories.some((own) => own.code === major.code)) : null,
      isConfirmed: version?.confirmed ?? false,
      categories: (version?.contentCategories ?? []).map(plainCategory),
    })),
    changes: disciplines
      .flatMap(({ name, specifications }) =>
        specifications
          .slice(1)
          .map(({ effectiveFrom: on }) => ({ name, on, isAhead: on > today }))
          .filter(({ on }) => from <= on && on <= to),
      )
      .sort((a, b) => a.on.localeCompare(b.on)),
  };
}

function plainCategory({ code, name, subcategories }: ContentSpecification["contentCategories"][number]) {
  return { code, name, subcategories: subcategories.map((sub) => ({ code: sub.code, name: sub.name })) };
}
