import { z } from "zod";
import { DisciplineCode } from "~/catalog/read/disciplines";
import { Format } from "~/catalog/read/formats";
import { CourseId } from "~/core/ids";

const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).optional();

/** What a promotion covers. Every condition present must match, by any of its items; no conditions means the whole catalog. */
export const Scope = z
  .strictObject({
    courseIds: some(CourseId.min(1)).describe("Course ids."),
    disciplines: some(DisciplineCode).describe("Disciplines in which the course has credits."),
    contentCategories: some(z.string().regex(/^[A-Z]+:[A-Z0-9]+$/)).describe(
      'Content categories in which the course has credits, as "CT:PC": discipline and category.',
    ),
    formats: some(Format).describe("Course formats."),
    approvers: some(z.string().min(1)).describe("Approvers, as on the course page."),
    credits: z
      .strictObject({
        min: z.int().min(0).optional().describe("Minimum, in hundredths of a credit."),
        max: z.int().min(0).optional().describe("Maximum, in hundredths of a credit."),
      })
      .refine(({ min = 0, max = min }) => min <= max, {
        path: ["max"],
        message: "The maximum must not be below the minimum.",
      })
      .optional()
      .describe("Approved credits, in hundredths: 16.25 credits is 1625."),
  })
  .describe("What a promotion covers. Every condition present must match; an empty scope means the whole catalog.");
export type Scope = z.infer<typeof Scope>;

/** What a scope matches in a course's format. */
export type ScopeFacts = {
  courseId: CourseId;
  format: Format;
  disciplines: readonly DisciplineCode[];
  /** "CT:PC": discipline and content category. */
  contentCategories: readonly string[];
  approver: string;
  /** The approval's credits, in hundredths. */
  creditsHundredths: number;
};

export function isInScope(scope: Scope, facts: ScopeFacts): boolean {
  const { courseIds, disciplines, contentCategories, formats, approvers, credits } = scope;
  return (
    (!courseIds || courseIds.includes(facts.courseId)) &&
    (!formats || formats.includes(facts.format)) &&
    (!disciplines || disciplines.some((code) => facts.disciplines.includes(code))) &&
    (!contentCategories || contentCategories.some((code) => facts.contentCategories.includes(code))) &&
    (!approvers || approvers.includes(facts.approver)) &&
    (credits?.min === undefined || facts.creditsHundredths >= credits.min) &&
    (credits?.max === undefined || facts.creditsHundredths <= credits.max)
  );
}

/** A promotion that names courses does nothing in a cart without any of them. */
export function namesOtherCourses({ courseIds }: Scope, inCart: ReadonlySet<CourseId>): boolean {
  return courseIds !== undefined && !courseIds.some((courseId) => inCart.has(courseId));
}

export function isWholeCatalog(scope: Scope): boolean {
  return Object.keys(scope).length === 0;
}
