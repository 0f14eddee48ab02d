import { z } from "zod";
import { DisciplineCode } from "~/catalog/read/disciplines";
import { Format } from "~/catalog/read/formats";

const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).optional();

/** What a promotion is about: every condition that is present must hold, one item of each is enough. Nothing at all is the
 *  whole catalog. */
export const Scope = z
  .strictObject({
    courseIds: some(z.string().min(1)).describe("Ids of courses."),
    disciplines: some(DisciplineCode).describe("Disciplines that the course gives credits in."),
    contentCategories: some(z.string().regex(/^[A-Z]+:[A-Z0-9]+$/)).describe(
      'Content categories that the course gives credits in, as "CT:PC": discipline and category.',
    ),
    formats: some(Format).describe("Formats of the course."),
    approvers: some(z.string().min(1)).describe("Who approved the course, as on its page."),
    credits: z
      .strictObject({
        min: z.int().min(0).optional().describe("At least so many hundredths of credits."),
        max: z.int().min(0).optional().describe("At most so many hundredths of credits."),
      })
      .refine(({ min = 0, max = min }) => min <= max, {
        path: ["max"],
        message: "The most credits must not be below the least.",
      })
      .optional()
      .describe("Credits of the course's approval, in hundredths: 16.25 credits are 1625."),
  })
  .describe(
    "What a promotion is about. Every condition that is present must hold; an empty scope is the whole catalog.",
  );
export type Scope = z.infer<typeof Scope>;

/** What a scope asks of a course's format. */
export type ScopeFacts = {
  courseId: string;
  format: Format;
  disciplines: readonly DisciplineCode[];
  /** "CT:PC": discipline and content category. */
  contentCategories: readonly string[];
  approver: string;
  /** Of the approval, in hundredths. */
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
