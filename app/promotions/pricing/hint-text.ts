import { formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { Hint } from "./priced-cart";

/** What a small change of the cart would gain, in one sentence. */
export function hintWords(hint: Hint, titleOf: (courseId: string) => string): string {
  switch (hint.kind) {
    case "more-units": {
      const more = hint.units === 1 ? "one more" : `${hint.units} more`;
      const of = hint.courseId === undefined ? "" : ` of ${titleOf(hint.courseId)}`;
      return `Add ${more}${of} for ${formatPercent(hint.basisPoints)} off: ${hint.name}.`;
    }
    case "complete-bundle":
      return `Add ${titleOf(hint.courseId)} for ${hint.name}: the whole set costs ${formatCents(hint.price)}.`;
    case "add-gift":
      return `${titleOf(hint.courseId)} is free with this order: ${hint.name}.`;
    case "spend-for-gift":
      return `${formatCents(hint.missing)} more makes ${titleOf(hint.courseId)} free: ${hint.name}.`;
    default:
      return impossible(hint);
  }
}

/** 1500 basis points are "15 %". */
export function formatPercent(basisPoints: number): string {
  return `${basisPoints / 100} %`;
}
