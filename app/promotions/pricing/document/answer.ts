import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { normalizeCode } from "../../units/code";
import { explainPortion } from "../explain";
import { priceCart } from "../price-cart";
import type { PricedCart } from "../priced-cart";
import { calculateRefund } from "../refund-shares";
import { explainRefusal } from "../refusal-text";
import type { PriceDocument } from "./price-document";

/** A document's cart, priced by the shop's own function, with every portion, adjustment, refusal, and total; amounts are cents. Texts
 *  show times in `timeZone`. */
export function answerDocument(document: PriceDocument, timeZone = "UTC") {
  const cart = priceDocument(document);
  return {
    lines: cart.lines.map(({ id, quantity, portions, total }) => ({
      id,
      quantity,
      total,
      portions: portions.map((portion) => ({ ...portion, trail: explainPortion(portion).join(" · ") })),
    })),
    regularItems: cart.regularItems,
    items: cart.items,
    coupons: cart.coupons.map(({ refusal, ...outcome }) =>
      refusal
        ? { ...outcome, refusal: { ...refusal, words: explainRefusal(refusal, outcome.code, timeZone) } }
        : outcome,
    ),
    hints: cart.hints,
    ...(document.refunds ? priceRefunds(cart, document.refunds) : {}),
  };
}

function byPromotion(units: Record<string, number>): Map<PromotionId, number> {
  return new Map(Object.entries(units).map(([id, left]) => [PromotionId.parse(id), left]));
}

function priceDocument({ lines, promotions, stock, shopper, now }: PriceDocument): PricedCart {
  return priceCart(
    lines.map((line) => ({ ...line, regularPrice: cents(line.regularPrice) })),
    promotions.map(({ startsAt, endsAt, codes, ...promotion }) => ({
      ...promotion,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      codes: codes?.map(normalizeCode),
    })),
    {
      units: byPromotion(stock.units),
      codes: new Map(Object.entries(stock.codes).map(([code, uses]) => [normalizeCode(code), uses])),
    },
    {
      unitsAllowed: byPromotion(shopper.unitsAllowed),
      codes: shopper.codes.map(normalizeCode),
      isFirstOrder: shopper.isFirstOrder,
    },
    new Date(now),
  );
}

function priceRefunds(cart: PricedCart, refunds: NonNullable<PriceDocument["refunds"]>) {
  const before = new Map<string, number>();
  const rows = refunds.map(({ line, quantity }) => {
    const refunded = before.get(line) ?? 0;
    before.set(line, refunded + quantity);
    const portions = cart.lines.find(({ id }) => id === line)?.portions ?? [];
    return { line, quantity, amount: calculateRefund(portions, refunded, quantity) };
  });
  return { refunds: rows, refundsTotal: rows.reduce((sum, { amount }) => sum + amount, 0) };
}
