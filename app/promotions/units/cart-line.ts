import { type Course, type CourseFormat, creditsIn } from "~/catalog/read/course";
import { categoryOf, discipline } from "~/catalog/read/disciplines";
import type { CartLine } from "../pricing/priced-cart";

/** A course's format as it is priced, with all that a promotion's scope may ask of it. */
export function cartLineOf(course: Course, { id, format, price }: CourseFormat, quantity: number): CartLine {
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
