import type { PromotionId } from "~/core/ids";
import { type Cents, sumCents } from "~/core/money";
import { type PromotionKind, stageOf } from "../kinds/kinds";
import { stages } from "../units/combination";
import type { Portion } from "./priced-cart";

/** What one promotion (or one of its codes) takes off a whole cart or order. */
export type Saving = { promotionId: PromotionId; label: string; amount: Cents };

const placeOf = (kind: PromotionKind) => stages.indexOf(stageOf(kind));

/** What the promotions take off, in the order of application: sales, automatic promotions, then each coupon by its code. */
export function listSavings(portions: readonly Pick<Portion, "adjustments">[]): Saving[] {
  const savings = new Map<string, Saving & { place: number }>();
  for (const { promotionId, name, kind, code, amount } of portions.flatMap(({ adjustments }) => adjustments)) {
    const key = `${promotionId} ${code ?? ""}`;
    const label = code ? `Coupon ${code}: ${name}` : name;
    const before = savings.get(key)?.amount;
    const sum = before === undefined ? amount : sumCents([before, amount]);
    savings.set(key, { promotionId, label, amount: sum, place: placeOf(kind) });
  }
  return [...savings.values()].toSorted((a, b) => a.place - b.place).map(({ place, ...saving }) => saving);
}
