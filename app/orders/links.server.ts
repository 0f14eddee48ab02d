import { href, type Query } from "~/addresses/href";
import { auditRefusal } from "~/audit/refusal.server";
import { OrderId } from "~/core/ids";
import { shopUrl } from "~/platform/http/shop-url.server";
import { isSignatureOf, signatureOf } from "~/platform/secrets.server";

type OrderPage = "order" | "orderReceipt" | "orderRefund";

/** The signed path of an order's pages: they need no account, and can't be guessed. */
export function orderPath(orderId: OrderId, page: OrderPage = "order", query?: Query): string {
  return href(page, { order: orderId, signature: signatureOf("order", orderId) }, query);
}

export function orderUrl(orderId: OrderId, query?: Query): string {
  return shopUrl(orderPath(orderId, "order", query));
}

/** Throws a 404 if the signature is not ours, and the attempt is audited (SCENARIO 23). */
export async function requireOrderLink(params: { order?: string; signature?: string }): Promise<OrderId> {
  const { order = "", signature = "" } = params;
  if (isSignatureOf("order", order, signature)) return OrderId.parse(order);
  await auditRefusal({ action: "order.refused", subject: `order:${order}` });
  throw new Response("This link is incomplete. Open it again from your receipt.", { status: 404 });
}
