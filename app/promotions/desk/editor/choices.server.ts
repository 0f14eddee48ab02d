import { readCatalog } from "~/catalog/read/catalog.server";
import { disciplines } from "~/catalog/read/disciplines";
import { readTitles } from "~/catalog/read/titles.server";
import type { Terms } from "../../kinds/kinds";

/** What a promotion's form offers to choose from. Courses that are not published can't be chosen any more, but those that `terms`
 *  name are there: whoever saves something else must not take them away unseen. */
export async function readChoices(terms?: Terms) {
  const [{ courses, byId }, titleOf] = await Promise.all([readCatalog(), readTitles()]);
  const retired = terms ? coursesIn(terms).filter((id) => !byId.has(id)) : [];
  return {
    courses: [
      ...retired.map((id) => ({ value: id, label: `${titleOf(id)} (not published)` })),
      ...courses.map(({ id, title }) => ({ value: id, label: title })),
    ],
    disciplines: disciplines.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
    categories: disciplines.flatMap(({ code, specifications }) =>
      (specifications.at(-1)?.contentCategories ?? []).map((category) => ({
        value: `${code}:${category.code}`,
        label: `${code}: ${category.name}`,
      })),
    ),
    approvers: [...new Set(courses.map(({ approval }) => approval.approver))]
      .sort()
      .map((approver) => ({ value: approver, label: approver })),
  };
}
export type Choices = Awaited<ReturnType<typeof readChoices>>;

function coursesIn(terms: Terms): string[] {
  if (terms.kind === "bundle") return terms.items.map(({ courseId }) => courseId);
  const own = terms.scope.courseIds ?? [];
  if (terms.kind === "gift") return [...new Set([terms.courseId, ...own])];
  return terms.kind === "buy-x-get-y" ? [...new Set([...own, ...(terms.reward?.courseIds ?? [])])] : own;
}
