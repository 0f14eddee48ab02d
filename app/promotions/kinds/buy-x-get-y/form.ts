import { z } from "zod";
import { nonEmpty, percent, wholeNumber, withoutUndefined } from "~/core/form/typed-inputs";
import { CourseId } from "~/core/ids";
import { decimalPercent } from "~/core/percent";
import { combinationLabels, combinationShape, fillCombination, readCombination } from "../../units/form/combination";
import type { KindForm } from "../../units/form/kind-form";
import { fillScope, readScope, scopeLabels, scopeShape } from "../../units/form/scope";
import type { Scope } from "../../units/scope";
import type { BuyXGetYTerms } from "./terms";

const shape = {
  ...scopeShape,
  ...combinationShape,
  buy: wholeNumber("Enter how many must be bought.", 1, 100),
  get: wholeNumber("Enter how many are discounted.", 1, 100),
  rewardCourseIds: z.array(CourseId).optional(),
  discount: percent("Enter the discount."),
  maximumSets: wholeNumber("").optional(),
};

export const buyXGetYForm = {
  shape,
  labels: {
    ...scopeLabels,
    ...combinationLabels,
    courseIds: "Courses to buy",
    buy: "Buy",
    get: "Get",
    rewardCourseIds: "Courses to get",
    discount: "Percentage off",
    maximumSets: "Maximum times per order",
  },
  read: (input, context, saved) =>
    withoutUndefined({
      kind: "buy-x-get-y",
      scope: readScope(input, context),
      buy: input.buy,
      get: input.get,
      reward: readReward(input.rewardCourseIds, saved?.reward),
      discount: input.discount,
      maximumSets: input.maximumSets,
      ...readCombination("automatic", input, saved),
    }),
  fill: (terms) => ({
    ...fillScope(terms.scope),
    ...fillCombination(terms),
    buy: String(terms.buy),
    get: String(terms.get),
    rewardCourseIds: terms.reward?.courseIds ?? [],
    discount: decimalPercent(terms.discount),
    maximumSets: String(terms.maximumSets ?? ""),
  }),
  initial: { buy: "2", get: "1", discount: "100" },
  fieldOfPart: { scope: "courseIds", reward: "rewardCourseIds" },
} satisfies KindForm<BuyXGetYTerms, typeof shape>;

/** The form asks only for the courses of a reward; other conditions that it was saved with stay. */
function readReward(courseIds: CourseId[] | undefined, saved: Scope | undefined): Scope | undefined {
  const reward = withoutUndefined({ ...saved, courseIds: nonEmpty(courseIds) });
  return Object.keys(reward).length > 0 ? reward : undefined;
}
