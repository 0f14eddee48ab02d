import { type DisciplineCode, discipline } from "~/catalog/read/disciplines";
import { formatNames } from "~/catalog/read/formats";
import { formatCredits } from "~/core/credits";
import type { CourseId } from "~/core/ids";
import type { Scope } from "./scope";

export type TitleOf = (courseId: CourseId) => string;

/** What a scope covers: "all courses", "IV Therapeutics (eBook)", "CT and MR courses of 10 credits or more". */
export function describeScope(scope: Scope, titleOf: TitleOf, most: number): string {
  const { courseIds, disciplines, contentCategories, formats, approvers, credits } = scope;
  const subjects = [...(disciplines ?? []), ...(contentCategories ?? []).map(describeCategory)];
  const isNarrow = approvers || credits;
  const what = courseIds
    ? joinList(courseIds.map(titleOf), most) + (subjects.length > 0 ? ` in ${joinList(subjects, most)}` : "")
    : subjects.length > 0
      ? `${joinList(subjects, most)} courses`
      : isNarrow
        ? "courses"
        : "all courses";
  const approved = approvers ? ` approved by ${joinList(approvers, most)}` : "";
  return `${what}${describeFormats(formats)}${approved}${describeCredits(credits)}`;
}

/** "CT: Patient Care", as the newest content specification names it. */
function describeCategory(code: string): string {
  const [of = "", category = ""] = code.split(":");
  const { specifications } = discipline(of as DisciplineCode);
  const name = specifications.at(-1)?.contentCategories.find((row) => row.code === category)?.name;
  return `${of}: ${name ?? category}`;
}

export function describeFormats(formats: Scope["formats"]): string {
  return formats ? ` (${joinList(formats.map((format) => formatNames[format]))})` : "";
}

function describeCredits(credits: Scope["credits"]): string {
  if (credits?.min !== undefined && credits.max !== undefined)
    return ` of ${formatCredits(credits.min)} to ${formatCredits(credits.max)} credits`;
  if (credits?.min !== undefined) return ` of ${formatCredits(credits.min)} credits or more`;
  return credits?.max === undefined ? "" : ` of ${formatCredits(credits.max)} credits or fewer`;
}

/** "twice per order": how often a set can be used. */
export function describeMaximum(sets: number | undefined): string {
  if (sets === undefined) return "";
  return `, at most ${sets === 1 ? "once" : sets === 2 ? "twice" : `${sets} times`} per order`;
}

const list = new Intl.ListFormat("en-US", { type: "conjunction" });

/** "A, B, and C"; from a list longer than `most`, three are named. */
export function joinList(items: string[], most = Number.POSITIVE_INFINITY): string {
  return items.length > most ? `${items.slice(0, 3).join(", ")}, and ${items.length - 3} more` : list.format(items);
}
