import { type ReadCart, readPricedCart } from "~/cart/priced-cart.server";
import { customerKeyOf } from "~/core/email";
import { failed, ok, type Result } from "~/core/result";
import { orderPath } from "~/orders/links.server";
import { databaseNow, db } from "~/platform/db.server";
import { isMailable } from "~/shipping/mailing";
import type { Claim } from "~/stock/claim";
import type { CheckoutForm } from "./checkout-form";
import { claimsOf } from "./claims";
import { closeOpenOrder } from "./close-order.server";
import { fingerprintOf } from "./fingerprint";
import { settleFreeOrder } from "./fulfil.server";
import { leastPayment } from "./least-payment";
import { openSession } from "./open-session.server";
import { place } from "./place.server";

/** An open order is offered again only while there is time left to pay it. */
const reusableMilliseconds = 3 * 60_000;

export type CheckoutProblem =
  | { kind: "empty" }
  | { kind: "blocked" }
  /** The total is higher than what the shopper agreed to: shown again, charged only after consent (PRICING 4 and 8). */
  | { kind: "price-changed" }
  /** Something is to be paid, but less than Stripe takes. */
  | { kind: "below-minimum" }
  | { kind: "payment-unavailable" }
  | { kind: "busy" };

/** Starts the payment of a cart and answers where to send the shopper. Called twice with the same cart (double click, back
 *  button, second tab) it answers the same open order. */
export async function startCheckout(cartId: string, form: CheckoutForm): Promise<Result<string, CheckoutProblem>> {
  const customerKey = customerKeyOf(form.email);
  for (let attempt = 0; attempt < 5; attempt++) {
    const open = await openOrders(cartId, customerKey);
    const cart = await readPricedCart({ cartId, customerKey, ownOrders: open.map(({ id }) => id) });
    if (cart.items.length === 0) return failed({ kind: "empty" });
    if (cart.gone.length > 0 || cart.items.some(({ notes }) => notes.some((note) => note.blocks)))
      return failed({ kind: "blocked" });
    if (!isMailable(cart.shipping)) return failed({ kind: "blocked" });
    if (cart.totalCents > form.agreedCents) return failed({ kind: "price-changed" });
    if (cart.totalCents > 0 && cart.totalCents < leastPayment) return failed({ kind: "below-minimum" });

    const { certificateName } = form;
    const fingerprint = fingerprintOf({
      cart: cart.priced,
      shippingCents: cart.shippingCents,
      customerKey,
      certificateName,
    });
    const same = open.find((order) => order.cartId === cartId && order.fingerprint === fingerprint && order.isReusable);
    if (same) return pay(same.id);

    // The shopper begins anew: what an older, abandoned checkout of theirs holds is given back first.
    const claims = claimsOf(cart.priced, stocksOf(cart));
    for (const order of open.filter((other) => other.cartId === cartId || holdsSome(other, claims)))
      if (!(await closeOpenOrder(order.id, "superseded"))) return failed({ kind: "payment-unavailable" });

    const placed = await place(cartId, { ...form, customerKey, fingerprint }, cart, claims);
    if (placed === "changed") continue;
    return pay(placed);
  }
  return failed({ kind: "busy" });
}

async function pay(orderId: string): Promise<Result<string, CheckoutProblem>> {
  if (await settleFreeOrder(orderId)) return ok(orderPath(orderId));
  const url = await openSession(orderId);
  return url ? ok(url) : failed({ kind: "payment-unavailable" });
}

type OpenOrder = { id: string; cartId: string | null; fingerprint: string; isReusable: boolean; stockIds: string[] };

async function openOrders(cartId: string, customerKey: string): Promise<OpenOrder[]> {
  const at = await databaseNow(db());
  const rows = await db().order.findMany({
    where: { state: "awaiting_payment", OR: [{ cartId }, { customerKey }] },
    select: { id: true, cartId: true, fingerprint: true, endsAt: true, holds: { select: { stockId: true } } },
  });
  return rows.map(({ endsAt, holds, ...order }) => ({
    ...order,
    isReusable: endsAt.getTime() - at.getTime() > reusableMilliseconds,
    stockIds: holds.map(({ stockId }) => stockId),
  }));
}

/** Whether another open order of the shopper keeps units that this cart wants: they were counted as free for it. */
function holdsSome({ stockIds }: OpenOrder, claims: Claim[]): boolean {
  return claims.some(({ stockId }) => stockIds.includes(stockId));
}

function stocksOf({ promotions, items }: ReadCart): Parameters<typeof claimsOf>[1] {
  const codes = promotions.flatMap(({ codeStocks }) => codeStocks);
  return {
    ofPromotion: (id) => promotions.find((promotion) => promotion.id === id)?.stockId ?? undefined,
    ofCode: (code) => codes.find((own) => own.code === code)?.stockId,
    ofFormat: (id) => items.find(({ format }) => format.id === id)?.format.stockId ?? undefined,
  };
}
