import type { z } from "zod";
import { tick } from "~/core/tick";
import { ticked, wholeNumber } from "~/core/typed-inputs";
import { companionsOf } from "../../desk/kinds";
import type { PromotionKind, Terms } from "../../kinds/kinds";
import { stageOf } from "../../kinds/stages";

/** How a promotion goes with others. */
export const combinationShape = {
  combinesSales: tick,
  combinesAutomatic: tick,
  combinesCoupons: tick,
  exclusive: tick,
  priority: wholeNumber("", -1000, 1000).optional(),
};
type CombinationInput = z.output<z.ZodObject<typeof combinationShape>>;

type Company = Pick<Terms, "combinesWith" | "exclusive" | "priority">;

/** What a kind has no tick for (a sale never meets a sale) stays as it was saved. */
export function combinationOf(kind: PromotionKind, input: CombinationInput, saved: Company | undefined): Company {
  const { exclusive, priority = 0 } = input;
  const combinesWith = {
    sales: input.combinesSales,
    automatic: input.combinesAutomatic,
    coupons: input.combinesCoupons,
  };
  const own = stageOf(kind);
  const isAsked = companionsOf(kind).some(({ stage }) => stage === own);
  if (!isAsked) combinesWith[own] = !exclusive && (saved?.combinesWith[own] ?? false);
  return { combinesWith, exclusive, priority };
}

export function combinationFields({ combinesWith, exclusive, priority }: Company) {
  return {
    combinesSales: ticked(combinesWith.sales),
    combinesAutomatic: ticked(combinesWith.automatic),
    combinesCoupons: ticked(combinesWith.coupons),
    exclusive: ticked(exclusive),
    priority: String(priority),
  };
}
