import { readCatalog } from "~/catalog/read/catalog.server";
import { disciplines } from "~/catalog/read/disciplines";
import { readTitles } from "~/catalog/read/titles.server";
import { kindOf, type Terms } from "../../kinds/kinds";
import type { Choices } from "../../units/form/choices";

/** The choices in a promotion's form. Courses that aren't published can't be chosen, except those that `terms` name:
 *  otherwise, saving something else would silently remove them. */
export async function readChoices(terms?: Terms): Promise<Choices> {
  const [{ courses, byId }, titleOf] = await Promise.all([readCatalog(), readTitles()]);
  const retired = terms
    ? kindOf(terms.kind)
        .terms.listCourses(terms)
        .filter((id) => !byId.has(id))
    : [];
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
