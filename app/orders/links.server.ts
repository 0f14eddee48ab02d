import { OrderId } from "~/core/ids";
import { env } from "~/platform/env.server";
import { isSignatureOf, signatureOf } from "~/platform/secrets.server";

/** The signed path of an order page: no account is needed, and nobody gets to another's order by guessing. */
export function orderPath(orderId: OrderId): string {
  return `/orders/${orderId}/${signatureOf("order", orderId)}`;
}

export function orderUrl(orderId: OrderId): string {
  return `${env().SHOP_URL}${orderPath(orderId)}`;
}

/** Throws a 404 where the signature is not ours. */
export function requireOrderLink(params: { order?: string; signature?: string }): OrderId {
  const { order = "", signature = "" } = params;
  if (!isSignatureOf("order", order, signature))
    throw new Response("This link is not complete. Open it again from your receipt.", { status: 404 });
  return OrderId.parse(order);
}
