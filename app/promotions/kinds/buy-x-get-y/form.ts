import { z } from "zod";
import { decimalPercent } from "~/core/percent";
import { percent, some, wholeNumber, withoutUndefined } from "~/core/typed-inputs";
import { combinationFields, combinationOf, combinationShape } from "../../units/form/combination";
import { scopeFields, scopeOf, scopeShape } from "../../units/form/scope";
import type { TermsForm } from "../../units/form/terms-form";
import type { Scope } from "../../units/scope";

const shape = {
  ...scopeShape,
  ...combinationShape,
  buy: wholeNumber("Enter how many must be bought.", 1, 100),
  get: wholeNumber("Enter how many are discounted.", 1, 100),
  rewardCourseIds: z.array(z.string()).optional(),
  discount: percent("Enter the discount."),
  maximumSets: wholeNumber("").optional(),
};

export const buyXGetYForm: TermsForm<typeof shape, "buy-x-get-y"> = {
  shape,
  read: (input, context, saved) =>
    withoutUndefined({
      kind: "buy-x-get-y",
      scope: scopeOf(input, context),
      buy: input.buy,
      get: input.get,
      reward: rewardOf(input.rewardCourseIds, saved?.reward),
      discount: input.discount,
      maximumSets: input.maximumSets,
      ...combinationOf("buy-x-get-y", input, saved),
    }),
  fields: (terms) => ({
    ...scopeFields(terms.scope),
    ...combinationFields(terms),
    buy: String(terms.buy),
    get: String(terms.get),
    rewardCourseIds: terms.reward?.courseIds ?? [],
    discount: decimalPercent(terms.discount),
    maximumSets: String(terms.maximumSets ?? ""),
  }),
};

/** The form asks for the courses of a reward only; other conditions that it was saved with stay. */
function rewardOf(courseIds: string[] | undefined, saved: Scope | undefined): Scope | undefined {
  const reward = withoutUndefined({ ...saved, courseIds: some(courseIds) });
  return Object.keys(reward).length > 0 ? reward : undefined;
}
