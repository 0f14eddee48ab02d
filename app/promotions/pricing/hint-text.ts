import type { CourseId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { formatPercent } from "~/core/percent";
import { assertNever } from "~/core/result";
import type { Hint } from "../units/hint";

/** What a small change to the cart would save, in one sentence. */
export function describeHint(hint: Hint, titleOf: (courseId: CourseId) => string): string {
  switch (hint.kind) {
    case "more-units": {
      const more = hint.units === 1 ? "one more" : `${hint.units} more`;
      const of = hint.courseId === undefined ? "" : ` of ${titleOf(hint.courseId)}`;
      return `Add ${more}${of} for ${formatPercent(hint.basisPoints)} off: ${hint.name}.`;
    }
    case "complete-bundle":
      return `Add ${titleOf(hint.courseId)} to get the whole set for ${formatCents(hint.price)}: ${hint.name}.`;
    case "add-gift":
      return `${titleOf(hint.courseId)} is free with this order: ${hint.name}.`;
    case "spend-for-gift":
      return `Spend ${formatCents(hint.missing)} more to get ${titleOf(hint.courseId)} free: ${hint.name}.`;
    default:
      return assertNever(hint);
  }
}
