import type { ReadCart } from "~/cart/priced-cart.server";
import { customerKeyOf } from "~/core/email";
import type { CartId, OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { orderPath } from "~/orders/links.server";
import { termsVersion } from "~/shop/terms-version";
import type { Wish } from "../form/checkout-form";
import { closeOpenOrder } from "../settle/close-order.server";
import { settleFreeOrder } from "../settle/fulfil.server";
import { claimsOf } from "./claims";
import { fingerprintOf } from "./fingerprint";
import { holdsSome, type OpenOrder, openOrdersOf } from "./open-orders.server";
import { type OpeningProblem, openSession } from "./open-session.server";
import { place } from "./place.server";
import {
  type ConsentProblem,
  consentProblem,
  type Quoted,
  type QuoteProblem,
  quoteCart,
  type TooMany,
} from "./quote-cart.server";
import { noteStart, waitForNetwork, waitForStripe } from "./start-limit.server";

/** What the total now holds: the one that was refused, so that the page that says why shows no other. */
type Shown = {
  cart: ReadCart;
  /** Absent where none is computed. */
  taxCents?: number;
};
type Refused = (ConsentProblem | Exclude<OpeningProblem, { kind: "stale" }>) & Shown;
export type CheckoutProblem = QuoteProblem | Refused | { kind: "busy" };

type Visitor = {
  clientAddress: string;
  /** Of who is signed in: the account counts for limits, whatever e-mail address the receipt goes to (PRICING 7). */
  customerKey?: string;
};
type Shopper = { cartId: CartId; customerKey: string; clientAddress: string };

/** Starts the payment of a cart and answers where to send the shopper. Called twice with the same cart and the same answers
 *  (double click, back button, second tab) it answers the same open order. */
export async function startCheckout(
  cartId: CartId,
  wish: Wish,
  { clientAddress, customerKey = customerKeyOf(wish.email) }: Visitor,
): Promise<Result<string, CheckoutProblem>> {
  const shopper = { cartId, customerKey, clientAddress };
  for (let attempt = 0; attempt < 5; attempt++) {
    const open = await openOrdersOf({ cartId, customerKey });
    const quoted = await quoteCart({ ...shopper, ownOrders: open.map(({ id }) => id) }, wish);
    if (!quoted.ok) return quoted;
    const { cart, taxCents, totalCents, taxAddress } = quoted.value;
    const { agreedCents } = wish;
    const shown: Shown = { cart, taxCents: taxCents ?? undefined };
    const unwilling = consentProblem(totalCents, agreedCents);
    if (unwilling || agreedCents === undefined) return failed({ ...shown, ...(unwilling ?? { kind: "total-unseen" }) });
    const order = await openOrder(quoted.value, wish, shopper, open);
    if (!order.ok) return failed({ ...shown, ...order.problem });
    if (order.value === "changed") continue;
    const paid = await pay(order.value.id, { agreedCents, taxAddress });
    // Only now: what Stripe did not open is nobody's abandoned checkout.
    if (paid.ok && order.value.tookUnits) noteStart(clientAddress, order.value.id);
    if (paid.ok) return paid;
    if (paid.problem.kind !== "stale") return failed({ ...shown, ...paid.problem });
  }
  return failed({ kind: "busy" });
}

type ChosenOrder = {
  id: OrderId;
  /** It is new, and others can't have its units now. */
  tookUnits: boolean;
};

/** The shopper's open order of just this, or a new one; "changed" where the shop or the cart moved meanwhile. */
async function openOrder(
  { cart, taxCents }: Quoted,
  wish: Wish,
  { cartId, customerKey, clientAddress }: Shopper,
  open: OpenOrder[],
): Promise<Result<ChosenOrder | "changed", TooMany | { kind: "payment-unavailable" }>> {
  const { priced, shippingCents } = cart;
  const fingerprint = fingerprintOf({ cart: priced, shippingCents, taxCents, customerKey, wish, termsVersion });
  const same = open.find((order) => order.cartId === cartId && order.fingerprint === fingerprint && order.isReusable);
  if (same) return ok({ id: same.id, tookUnits: false });
  const until = (await waitForStripe(clientAddress, cartId)) ?? (await waitForNetwork(clientAddress));
  if (until) return failed({ kind: "too-many", until, cart });

  // The shopper begins anew: what an older, abandoned checkout of theirs holds is given back first.
  const claims = claimsOf(priced, stocksOf(cart));
  for (const order of open.filter((other) => other.cartId === cartId || holdsSome(other, claims)))
    if (!(await closeOpenOrder(order.id, "superseded"))) return failed({ kind: "payment-unavailable" });
  const placed = await place({ cartId, wish, customerKey, fingerprint, cart, taxCents: taxCents ?? 0, claims });
  return ok(placed.ok ? { id: placed.value, tookUnits: claims.length > 0 } : placed.problem.kind);
}

async function pay(orderId: OrderId, agreement: Parameters<typeof openSession>[1]) {
  const free = await settleFreeOrder(orderId);
  if (!free) return openSession(orderId, agreement);
  // What it had for nothing others took meanwhile: it is ended, and the cart priced anew.
  return free === "paid" ? ok(orderPath(orderId)) : failed({ kind: "stale" as const });
}

function stocksOf({ promotions, items }: ReadCart): Parameters<typeof claimsOf>[1] {
  const codes = promotions.flatMap(({ codeStocks }) => codeStocks);
  return {
    ofPromotion: (id) => promotions.find((promotion) => promotion.id === id)?.stockId ?? undefined,
    ofCode: (code) => codes.find((own) => own.code === code)?.stockId,
    ofFormat: (id) => items.find(({ format }) => format.id === id)?.format.stockId ?? undefined,
  };
}
