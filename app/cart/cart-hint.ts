import type { Course } from "~/catalog/read/course";
import { isMailed } from "~/catalog/read/formats";
import { catalogPath, readFilters } from "~/catalog/search/filters";
import type { CourseFormatId, CourseId } from "~/core/ids";
import type { Promotion } from "~/promotions/kinds/kinds";
import { describeHint } from "~/promotions/pricing/hint-text";
import type { Hint } from "~/promotions/units/hint";
import type { Scope } from "~/promotions/units/scope";

/** One sentence, with the way to what it speaks of; `gift` is what a button puts into the cart. */
export type CartHint = {
  words: string;
  to: string;
  linkText: string;
  gift?: { courseFormatId: CourseFormatId; title: string };
};

type Facts = { courses: ReadonlyMap<CourseId, Course>; promotions: readonly Promotion[] };

/** The nearest gain first. */
const order: Hint["kind"][] = ["add-gift", "complete-bundle", "more-units", "spend-for-gift"];

/** At most one of the hints: several at once would press people. */
export function chooseHint(hints: readonly Hint[], facts: Facts): CartHint | undefined {
  const inOrder = hints.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const hint of inOrder) {
    const found = viewHint(hint, facts);
    if (found) return found;
  }
  return undefined;
}

function viewHint(hint: Hint, { courses, promotions }: Facts): CartHint | undefined {
  const terms = promotions.find(({ id }) => id === hint.promotionId)?.terms;
  const course = hint.courseId === undefined ? undefined : courses.get(hint.courseId);
  if (!terms || (hint.courseId !== undefined && !course)) return undefined;
  const words = describeHint(hint, (id) => courses.get(id)?.title ?? id);
  const toCourse = course && { to: `/courses/${course.slug}`, linkText: `See ${course.title}` };
  if (hint.kind === "add-gift" && terms.kind === "gift" && course && toCourse) {
    const formats = course.formats.filter(({ format }) => terms.formats?.includes(format) ?? true);
    // What is read at once: a gift should not bring mailing costs with it.
    const gift = formats.find(({ format }) => !isMailed(format)) ?? formats[0];
    return gift && { words, ...toCourse, gift: { courseFormatId: gift.id, title: course.title } };
  }
  if (hint.kind === "spend-for-gift" || !toCourse)
    return { words, to: placeOf("scope" in terms ? terms.scope : {}), linkText: "See the courses" };
  return { words, ...toCourse };
}

/** The catalog, narrowed to what a scope is about as far as its filters can. */
function placeOf({ disciplines, contentCategories, formats }: Scope): string {
  const [code, category] = contentCategories?.[0]?.split(":") ?? [disciplines?.[0]];
  const params = new URLSearchParams();
  if (code) params.set("discipline", code);
  if (category) params.set("category", category);
  for (const format of formats ?? []) params.append("format", format);
  return catalogPath(readFilters(params));
}
