import type { Stage } from "../units/combination";
import type { PromotionKind } from "./kinds";

const stages: Record<PromotionKind, Stage> = {
  "limited-sale": "sales",
  "scheduled-sale": "sales",
  bundle: "automatic",
  "buy-x-get-y": "automatic",
  "quantity-tiers": "automatic",
  gift: "automatic",
  coupon: "coupons",
};

/** PRICING 3: where in the order of application a promotion stands. */
export function stageOf(kind: PromotionKind): Stage {
  return stages[kind];
}
