import type { PricedCart } from "~/promotions/priced-cart";

type Facts = { cart: PricedCart; shippingCents: number; customerKey: string; certificateName: string };

/** What a shopper agreed to, as text: the same again (double click, back button, second tab) is the same open order. */
export function fingerprintOf({ cart, shippingCents, customerKey, certificateName }: Facts): string {
  const lines = cart.lines.map(({ id, portions }) => [
    id,
    ...portions.map(({ quantity, total, adjustments }) => [
      quantity,
      total,
      ...adjustments.map(({ promotionId, code, amount }) => [promotionId, code ?? null, amount]),
    ]),
  ]);
  return JSON.stringify([lines.sort(), shippingCents, customerKey, certificateName]);
}
