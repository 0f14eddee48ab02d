import type { PricedCart } from "~/promotions/pricing/priced-cart";
import type { Wish } from "../form/checkout-form";

type Facts = {
  cart: PricedCart;
  shippingCents: number;
  /** Null where none is computed. */
  taxCents: number | null;
  customerKey: string;
  wish: Omit<Wish, "agreedCents">;
  termsVersion: string;
};

/** What a shopper agreed to, as text: the same again (double click, back button, second tab) is the same open order; anything
 *  else that was told (another e-mail address, name, colleague, address) is another one. */
export function fingerprintOf({ cart, shippingCents, taxCents, customerKey, wish, termsVersion }: Facts): string {
  const lines = cart.lines.map(({ id, portions }) => [
    id,
    ...portions.map(({ quantity, total, adjustments }) => [
      quantity,
      total,
      ...adjustments.map(({ promotionId, code, amount }) => [promotionId, code ?? null, amount]),
    ]),
  ]);
  const { email, certificateName, purpose, giftMessage, seats, address, taxPlace } = wish;
  const people = seats.map(({ name, email }) => [name, email]);
  const told = [
    email,
    certificateName,
    purpose,
    giftMessage,
    people,
    partsOf(address),
    partsOf(taxPlace),
    termsVersion,
  ];
  return JSON.stringify([lines.sort(), shippingCents, taxCents, customerKey, told]);
}

/** In one order, whatever order the form had. */
function partsOf(address: Record<string, string | undefined> | undefined): unknown {
  return Object.entries(address ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
