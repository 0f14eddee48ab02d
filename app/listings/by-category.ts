import { type Credits, sumCredits } from "~/core/credits";
import type { ListingColumn } from "./listing";

export type CategoryGroup = {
  code: string;
  name: string;
  credits: Credits;
  parts: { code: string; name: string; credits: Credits }[];
};

/** Groups a row's or total's credits by content category (EDUCATION 5: subcategories roll up to their category). */
export function groupByCategory(columns: ListingColumn[], byColumn: Credits[]): CategoryGroup[] {
  const groups = new Map<string, CategoryGroup>();
  columns.forEach(({ code, name, category, categoryName }, at) => {
    const group = groups.get(category) ?? { code: category, name: categoryName, credits: sumCredits([]), parts: [] };
    const part = { code, name, credits: byColumn[at] ?? sumCredits([]) };
    groups.set(category, {
      ...group,
      credits: sumCredits([group.credits, part.credits]),
      parts: [...group.parts, part],
    });
  });
  return [...groups.values()];
}
