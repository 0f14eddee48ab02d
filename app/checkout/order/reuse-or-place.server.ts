import type { ReadCart } from "~/cart/priced-cart.server";
import type { CartId, CustomerKey, OrderId } from "~/core/ids";
import { noCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { termsVersion } from "~/shop/terms-version";
import type { CheckoutRequest } from "../form/schema";
import { closeUnpaidOrder } from "../settle/close-unpaid.server";
import { claimsOf } from "./claims";
import { fingerprintOf } from "./fingerprint";
import { type OpenOrder, sharesStock } from "./open-orders.server";
import { networkBlockedUntil, stripeBlockedUntil } from "./payment-limits.server";
import { placeOrder } from "./place-order.server";
import type { LimitReached, Quoted } from "./quote.server";

type Shopper = { cartId: CartId; customerKey: CustomerKey; clientAddress: string };

type ChosenOrder = {
  id: OrderId;
  /** The order is new and holds units that others can't take now. */
  tookUnits: boolean;
};

type PlacingProblem = LimitReached | { kind: "payment-unavailable" } | { kind: "changed" };

/** The shopper's open order for this very request, or a new one. `changed`: the shop or the cart changed since it was priced. */
export async function reuseOrPlaceOrder(
  { cart, taxCents }: Quoted,
  request: CheckoutRequest,
  { cartId, customerKey, clientAddress }: Shopper,
  openOrders: OpenOrder[],
): Promise<Result<ChosenOrder, PlacingProblem>> {
  const { priced, shippingCents } = cart;
  const fingerprint = fingerprintOf({ cart: priced, shippingCents, taxCents, customerKey, request, termsVersion });
  const same = openOrders.find(
    (order) => order.cartId === cartId && order.fingerprint === fingerprint && order.isReusable,
  );
  if (same) return ok({ id: same.id, tookUnits: false });

  const until = (await stripeBlockedUntil(clientAddress, cartId)) ?? (await networkBlockedUntil(clientAddress));
  if (until) return failed({ kind: "too-many", until, cart });

  // The shopper starts over: first release what an older, abandoned checkout of theirs holds.
  const claims = claimsOf(priced, stocksOf(cart));
  for (const order of openOrders.filter((other) => other.cartId === cartId || sharesStock(other, claims)))
    if (!(await closeUnpaidOrder(order.id, "superseded"))) return failed({ kind: "payment-unavailable" });

  const placed = await placeOrder({
    ...{ cartId, request, customerKey, fingerprint, cart, claims },
    taxCents: taxCents ?? noCents,
  });
  return placed.ok ? ok({ id: placed.value, tookUnits: claims.length > 0 }) : placed;
}

function stocksOf({ promotions, items }: ReadCart): Parameters<typeof claimsOf>[1] {
  const codes = promotions.flatMap(({ codeStocks }) => codeStocks);
  return {
    ofPromotion: (id) => promotions.find((promotion) => promotion.id === id)?.stockId ?? undefined,
    ofCode: (code) => codes.find((own) => own.code === code)?.stockId,
    ofFormat: (id) => items.find(({ format }) => format.id === id)?.format.stockId ?? undefined,
  };
}
