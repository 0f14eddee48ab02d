import type { z } from "zod";
import { checkbox } from "~/core/form/checkbox";
import { checkboxValue, wholeNumber } from "~/core/form/typed-inputs";
import { type Combination, type Stage, stages } from "../combination";

/** How a promotion combines with others. */
export const combinationShape = {
  combinesSales: checkbox,
  combinesAutomatic: checkbox,
  combinesCoupons: checkbox,
  exclusive: checkbox,
  priority: wholeNumber("", -1000, 1000).optional(),
};
type CombinationInput = z.output<z.ZodObject<typeof combinationShape>>;

export const combinationLabels: Record<keyof typeof combinationShape, string> = {
  combinesSales: "Combines with sale prices",
  combinesAutomatic: "Combines with group prices, bundles, “buy X, get Y”, and free courses",
  combinesCoupons: "Combines with coupons",
  exclusive: "Exclusive: never in the same cart as another promotion",
  priority: "Priority",
};

const fieldOfStage = {
  sales: "combinesSales",
  automatic: "combinesAutomatic",
  coupons: "combinesCoupons",
} as const;

/** The stages that a stage's promotions can combine with. Two sales never touch one unit, nor two automatic promotions one line. */
export function listCombinations(own: Stage) {
  return stages
    .filter((stage) => stage !== own || stage === "coupons")
    .map((stage) => ({ stage, field: fieldOfStage[stage], label: combinationLabels[fieldOfStage[stage]] }));
}

/** A setting without a checkbox for this stage stays as saved. */
export function readCombination(own: Stage, input: CombinationInput, saved: Combination | undefined): Combination {
  const { exclusive, priority = 0 } = input;
  const combinesWith = {
    sales: input.combinesSales,
    automatic: input.combinesAutomatic,
    coupons: input.combinesCoupons,
  };
  const isAsked = listCombinations(own).some(({ stage }) => stage === own);
  if (!isAsked) combinesWith[own] = !exclusive && (saved?.combinesWith[own] ?? false);
  return { combinesWith, exclusive, priority };
}

export function fillCombination({ combinesWith, exclusive, priority }: Combination) {
  return {
    combinesSales: checkboxValue(combinesWith.sales),
    combinesAutomatic: checkboxValue(combinesWith.automatic),
    combinesCoupons: checkboxValue(combinesWith.coupons),
    exclusive: checkboxValue(exclusive),
    priority: String(priority),
  };
}
