import { type ReadCart, readPricedCart } from "~/cart/priced-cart.server";
import { customerKeyOf } from "~/core/email";
import { failed, ok, type Result } from "~/core/result";
import { orderPath } from "~/orders/links.server";
import { placeOrder } from "~/orders/place-order.server";
import { databaseNow, db, type Queries } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { takeUnits } from "~/stock/take-units.server";
import type { CheckoutForm } from "./checkout-form";
import { claimsOf } from "./claims";
import { closeOpenOrder } from "./close-order.server";
import { fingerprintOf } from "./fingerprint";
import { settleFreeOrder } from "./fulfil.server";
import { openSession } from "./open-session.server";

/** Stripe keeps a session open for at least 30 minutes; one more, since its clock and ours are two. */
const holdMinutes = 31;
/** An open order is offered again only while there is time left to pay it. */
const reusableMilliseconds = 3 * 60_000;

export type CheckoutProblem =
  | { kind: "empty" }
  | { kind: "blocked" }
  /** The total is higher than what the shopper agreed to: shown again, charged only after consent (PRICING 4 and 8). */
  | { kind: "price-changed" }
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
    if (cart.totalCents > form.agreedCents) return failed({ kind: "price-changed" });

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
    for (const order of open.filter((other) => other.cartId === cartId || holdsWanted(other, cart)))
      if (!(await closeOpenOrder(order.id, "superseded"))) return failed({ kind: "payment-unavailable" });

    const placed = await place(cartId, { ...form, customerKey, fingerprint }, cart);
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

/** Whether another open order of the shopper keeps units of a sale or a book that this cart is priced with. */
function holdsWanted({ stockIds }: OpenOrder, { promotions, items }: ReadCart): boolean {
  const wanted = [...promotions, ...items.map(({ format }) => format)].map(({ stockId }) => stockId);
  return stockIds.some((stockId) => wanted.includes(stockId));
}

class Changed extends Error {}

/** Takes the units and writes the order in one transaction; "changed" where the shop or the cart moved meanwhile. */
async function place(
  cartId: string,
  form: CheckoutForm & { customerKey: string; fingerprint: string },
  cart: ReadCart,
): Promise<string | "changed"> {
  const orderId = newSecret();
  try {
    await db().$transaction(async (tx) => {
      // Written first: two checkouts of one cart come one after the other, and the second sees the first's order.
      const at = await databaseNow(tx);
      await tx.cart.update({ where: { id: cartId }, data: { updatedAt: at } });
      await refuseIfChanged(tx, cartId, cart);
      const endsAt = new Date(at.getTime() + holdMinutes * 60_000);
      const { email, customerKey, certificateName, fingerprint } = form;
      await placeOrder(tx, {
        id: orderId,
        cartId,
        fingerprint,
        email,
        customerKey,
        certificateName,
        lines: cart.priced.lines.map((line, index) => ({ ...line, title: cart.items[index]?.course.title ?? "" })),
        itemsCents: cart.priced.items,
        shippingCents: cart.shippingCents,
        at,
        endsAt,
        idempotencyKey: `order-${orderId}`,
      });
      const claims = claimsOf(cart.priced, {
        ofPromotion: (id) => cart.promotions.find((promotion) => promotion.id === id)?.stockId ?? undefined,
        ofFormat: (id) => cart.items.find(({ format }) => format.id === id)?.format.stockId ?? undefined,
      });
      const taken = await takeUnits(tx, claims, { orderId, customerKey, endsAt, at });
      if (!taken.ok) throw new Changed();
    });
    return orderId;
  } catch (error) {
    if (error instanceof Changed) return "changed";
    throw error;
  }
}

async function refuseIfChanged(tx: Queries, cartId: string, cart: ReadCart): Promise<void> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: 1 }, select: { catalogRevision: true } });
  if (shop.catalogRevision !== cart.revision) throw new Changed();
  const others = await tx.order.count({ where: { cartId, state: "awaiting_payment" } });
  if (others > 0) throw new Changed();
  const lines = await tx.cartLine.findMany({ where: { cartId } });
  const unchanged =
    lines.length === cart.items.length &&
    lines.every((row) =>
      cart.items.some(({ line }) => line.id === row.courseFormatId && line.quantity === row.quantity),
    );
  if (!unchanged) throw new Changed();
}
