import { expect, test } from "vitest";
import { CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import type { Hint } from "../units/hint";
import { describeHint } from "./hint-text";

const promotion = { promotionId: PromotionId.parse("p"), name: "CT courses together" };

test.each<{ hint: Hint; words: string }>([
  {
    hint: { kind: "more-units", ...promotion, units: 1, basisPoints: 1500 },
    words: "Add one more for 15% off: CT courses together.",
  },
  {
    hint: { kind: "more-units", ...promotion, units: 2, basisPoints: 1250, courseId: CourseId.parse("doses") },
    words: "Add 2 more of Doses in CT for 12.5% off: CT courses together.",
  },
  {
    hint: { kind: "complete-bundle", ...promotion, courseId: CourseId.parse("doses"), price: cents(9900) },
    words: "Add Doses in CT to get the whole set for $99.00: CT courses together.",
  },
  {
    hint: { kind: "add-gift", ...promotion, courseId: CourseId.parse("doses") },
    words: "Doses in CT is free with this order: CT courses together.",
  },
  {
    hint: { kind: "spend-for-gift", ...promotion, courseId: CourseId.parse("doses"), missing: cents(1240) },
    words: "Spend $12.40 more to get Doses in CT free: CT courses together.",
  },
])("a hint is one sentence: $hint.kind", ({ hint, words }) => {
  expect(describeHint(hint, () => "Doses in CT")).toBe(words);
});
