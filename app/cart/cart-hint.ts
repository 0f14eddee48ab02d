import { href } from "~/addresses/href";
import type { Course } from "~/catalog/read/course";
import { isMailed } from "~/catalog/read/formats";
import { catalogPath, readFilters } from "~/catalog/search/filters";
import type { CourseFormatId, CourseId } from "~/core/ids";
import { automaticKindOf, isAutomatic, type Promotion } from "~/promotions/kinds/kinds";
import { describeHint } from "~/promotions/pricing/hint-text";
import type { Hint } from "~/promotions/units/hint";
import type { Scope } from "~/promotions/units/scope";

/** One sentence with a link; `gift` is what a button adds to the cart. */
export type CartHint = {
  text: string;
  to: string;
  linkText: string;
  gift?: { courseFormatId: CourseFormatId; title: string };
};

type Facts = { courses: ReadonlyMap<CourseId, Course>; promotions: readonly Promotion[] };

/** The easiest savings first. */
const order: Hint["kind"][] = ["add-gift", "complete-bundle", "more-units", "spend-for-gift"];

/** At most one hint: several at once would feel pushy. */
export function chooseHint(hints: readonly Hint[], facts: Facts): CartHint | undefined {
  const inOrder = hints.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const hint of inOrder) {
    const found = viewHint(hint, facts);
    if (found) return found;
  }
  return undefined;
}

function viewHint(hint: Hint, { courses, promotions }: Facts): CartHint | undefined {
  const promotion = promotions.find(({ id }) => id === hint.promotionId);
  const course = hint.courseId === undefined ? undefined : courses.get(hint.courseId);
  if (!promotion || !isAutomatic(promotion) || (hint.courseId !== undefined && !course)) return undefined;
  const { terms } = promotion;
  const { scope, formats } = automaticKindOf(terms.kind).price.findHinted(terms);
  const text = describeHint(hint, (id) => courses.get(id)?.title ?? id);
  const toCourse = course && { to: href("course", { slug: course.slug }), linkText: `See ${course.title}` };
  if (hint.kind === "add-gift" && course && toCourse) {
    const free = course.formats.filter(({ format }) => formats?.includes(format) ?? true);
    // Prefer a format that needs no mailing: a gift should not add shipping costs.
    const gift = free.find(({ format }) => !isMailed(format)) ?? free[0];
    return gift && { text, ...toCourse, gift: { courseFormatId: gift.id, title: course.title } };
  }
  if (hint.kind === "spend-for-gift" || !toCourse)
    return { text, to: catalogLinkFor(scope), linkText: "See the courses" };
  return { text, ...toCourse };
}

/** The catalog, filtered to a scope as closely as its filters allow. */
function catalogLinkFor({ disciplines, contentCategories, formats }: Scope): string {
  const [code, category] = contentCategories?.[0]?.split(":") ?? [disciplines?.[0]];
  const params = new URLSearchParams();
  if (code) params.set("discipline", code);
  if (category) params.set("category", category);
  for (const format of formats ?? []) params.append("format", format);
  return catalogPath(readFilters(params));
}
