import type { PromotionId } from "~/core/ids";
import { type Cents, cents, multiplyCents } from "~/core/money";
import { isPromotionKind, type PromotionKind } from "~/promotions/kinds/kinds";
import type { Portion } from "~/promotions/pricing/priced-cart";

/** What a query must include for `portionOf`. */
export const wholePortions = {
  orderBy: { position: "asc" },
  include: { adjustments: { orderBy: { position: "asc" } } },
} as const;

type Row = {
  quantity: number;
  regularUnitPriceCents: Cents;
  totalCents: Cents;
  adjustments: {
    promotionId: PromotionId;
    promotionVersion: number;
    name: string;
    kind: string;
    code: string | null;
    amountCents: Cents;
  }[];
};

/** A portion of an order as priced at checkout: every page shows this snapshot, never today's terms. */
export function portionOf({ quantity, regularUnitPriceCents, totalCents, adjustments }: Row): Portion {
  return {
    quantity,
    regular: multiplyCents(cents(regularUnitPriceCents), quantity),
    adjustments: adjustments.map(({ promotionId, promotionVersion, name, kind, code, amountCents }) => ({
      promotionId,
      version: promotionVersion,
      name,
      kind: kindOf(kind),
      code: code ?? undefined,
      amount: cents(amountCents),
    })),
    total: cents(totalCents),
  };
}

function kindOf(kind: string): PromotionKind {
  if (!isPromotionKind(kind)) throw new Error(`${kind} is not a promotion kind`);
  return kind;
}
