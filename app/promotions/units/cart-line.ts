import { type Course, type CourseFormat, creditsIn } from "~/catalog/read/course";
import { categoryOf, discipline } from "~/catalog/read/disciplines";
import type { CourseFormatId } from "~/core/ids";
import type { Cents } from "~/core/money";
import type { ScopeFacts } from "./scope";

/** A cart line as priced; `id` is the course format's. */
export type CartLine = ScopeFacts & { id: CourseFormatId; quantity: number; regularPrice: Cents };

/** A course's format as priced, with everything that a promotion's scope can match. */
export function toCartLine(course: Course, { id, format, price }: CourseFormat, quantity: number): CartLine {
  const { approver, credits, distributions } = course.approval;
  return {
    id,
    quantity,
    regularPrice: price,
    courseId: course.id,
    format,
    // A discipline without content categories (R.R.A.) counts the course as a whole.
    disciplines: course.disciplines.filter(
      (code) => creditsIn(course, code) > 0 || discipline(code).specifications.length === 0,
    ),
    contentCategories: [
      ...new Set(
        distributions.flatMap(({ discipline: code, credits: given }) =>
          [...given].flatMap(([subcategory, amount]) => (amount > 0 ? [`${code}:${categoryOf(subcategory)}`] : [])),
        ),
      ),
    ],
    approver,
    creditsHundredths: credits,
  };
}

export function countUnits(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
