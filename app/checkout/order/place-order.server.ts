import type { ReadCart } from "~/cart/priced-cart.server";
import { type CartId, type CustomerKey, OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { createOrder } from "~/orders/create-order.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { toStripeAddress } from "~/shipping/address";
import { termsVersion } from "~/shop/terms-version";
import type { Claim } from "~/stock/claim";
import { takeUnits } from "~/stock/take-units.server";
import type { CheckoutRequest } from "../form/schema";
import { holdMilliseconds } from "./hold-time";

type OrderRequest = {
  cartId: CartId;
  request: CheckoutRequest;
  customerKey: CustomerKey;
  fingerprint: string;
  cart: ReadCart;
  taxCents: Cents;
  claims: Claim[];
};

/** Creates the order and holds its units, in one transaction, and returns its id. `changed`: the shop or cart changed since pricing. */
export async function placeOrder(order: OrderRequest): Promise<Result<OrderId, { kind: "changed" }>> {
  const { cartId, request, customerKey, fingerprint, cart, taxCents, claims } = order;
  const orderId = OrderId.parse(newSecret());
  return transaction(async (tx) => {
    // Written first: two checkouts of one cart run one after the other, and the second sees the first's order.
    const at = await databaseNow(tx);
    await tx.cart.update({ where: { id: cartId }, data: { updatedAt: at } });
    if (!(await isUnchanged(tx, cartId, cart))) return failed({ kind: "changed" });
    const endsAt = new Date(at.getTime() + holdMilliseconds);
    const { email, certificateName, purpose, giftMessage, seats, address } = request;
    await createOrder(tx, {
      id: orderId,
      cartId,
      fingerprint,
      email,
      customerKey,
      certificateName,
      purpose,
      giftMessage,
      seats,
      termsVersion,
      shippingAddress: address && toStripeAddress(address),
      shippingZone: cart.shipping?.kind === "rate" ? cart.shipping.zone : undefined,
      weightGrams: cart.weightGrams,
      lines: cart.priced.lines.map((line, index) => ({ ...line, title: cart.items[index]?.course.title ?? "" })),
      itemsCents: cart.priced.items,
      shippingCents: cart.shippingCents,
      taxCents,
      at,
      endsAt,
      idempotencyKey: `order-${orderId}`,
    });
    const taken = await takeUnits(tx, claims, { orderId, customerKey, endsAt, at });
    return taken.ok ? ok(orderId) : failed({ kind: "changed" });
  });
}

async function isUnchanged(tx: Queries, cartId: CartId, cart: ReadCart): Promise<boolean> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: 1 }, select: { catalogRevision: true } });
  if (shop.catalogRevision !== cart.catalog.revision) return false;
  const others = await tx.order.count({ where: { cartId, state: "awaiting_payment" } });
  if (others > 0) return false;
  const lines = await tx.cartLine.findMany({ where: { cartId } });
  const sameLines =
    lines.length === cart.items.length &&
    lines.every((row) =>
      cart.items.some(({ line }) => line.id === row.courseFormatId && line.quantity === row.quantity),
    );
  const codes = await tx.cartCoupon.findMany({ where: { cartId }, select: { code: true } });
  const sameCodes = codes.length === cart.codes.length && codes.every(({ code }) => cart.codes.includes(code));
  return sameLines && sameCodes;
}
