import type { PromotionId } from "~/core/ids";
import { cents, timesCents } from "~/core/money";
import { isPromotionKind, type PromotionKind } from "~/promotions/kinds/kinds";
import type { Portion } from "~/promotions/pricing/priced-cart";

/** What a query must read of an order line's portions for `portionOf`. */
export const wholePortions = {
  orderBy: { position: "asc" },
  include: { adjustments: { orderBy: { position: "asc" } } },
} as const;

type Row = {
  quantity: number;
  regularUnitPriceCents: number;
  totalCents: number;
  adjustments: {
    promotionId: PromotionId;
    promotionVersion: number;
    name: string;
    kind: string;
    code: string | null;
    amountCents: number;
  }[];
};

/** A portion of an order as it was priced: page, receipt, Stripe and staff show the snapshot, never today's terms. */
export function portionOf({ quantity, regularUnitPriceCents, totalCents, adjustments }: Row): Portion {
  return {
    quantity,
    regular: timesCents(cents(regularUnitPriceCents), quantity),
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
  if (!isPromotionKind(kind)) throw new Error(`${kind} is not a kind of promotion`);
  return kind;
}
