import type { CustomerKey } from "~/core/ids";
import type { Cents } from "~/core/money";
import type { PricedCart } from "~/promotions/priced-cart";
import type { CheckoutRequest } from "../form/schema";

type Facts = {
  cart: PricedCart;
  shippingCents: number;
  /** Null if the shop computes no tax. */
  taxCents: Cents | null;
  customerKey: CustomerKey;
  request: Omit<CheckoutRequest, "agreedCents">;
  termsVersion: string;
};

/** What a shopper agreed to, as text. The same request again (double click, back button, second tab) matches the same open order; any
 *  change (e-mail, name, colleague, address) makes it another order. */
export function fingerprintOf({ cart, shippingCents, taxCents, customerKey, request, termsVersion }: Facts): string {
  const lines = cart.lines.map(({ id, portions }) => [
    id,
    ...portions.map(({ quantity, total, adjustments }) => [
      quantity,
      total,
      ...adjustments.map(({ promotionId, code, amount }) => [promotionId, code ?? null, amount]),
    ]),
  ]);
  const { email, certificateName, purpose, giftMessage, seats, address, taxPlace } = request;
  const people = seats.map(({ name, email }) => [name, email]);
  const answers = [
    email,
    certificateName,
    purpose,
    giftMessage,
    people,
    partsOf(address),
    partsOf(taxPlace),
    termsVersion,
  ];
  return JSON.stringify([lines.sort(), shippingCents, taxCents, customerKey, answers]);
}

/** Sorted, so the form's field order does not matter. */
function partsOf(address: Record<string, string | undefined> | undefined): unknown {
  return Object.entries(address ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
