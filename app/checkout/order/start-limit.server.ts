import type { CartId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { barredUntil } from "./abandonment";

/** A cart whose answers change a hundred times in ten minutes is no person's; Stripe is called for each. */
const ofCart = createRateLimit(100, 10 * 60);

/** Orders that took units and could be paid, by the network address that they came from. Only this process's, and never written
 *  down: whose address it is does not belong to an order. */
const begun = new Map<string, string[]>();
const mostAddresses = 10_000;
const mostOrders = 2_000;
/** Fewer than this are not worth a look. */
const unsuspicious = 20;

/** Until when a visitor must wait before Stripe is asked about this cart again (each computation of tax costs money, and each
 *  order opens a payment page); undefined where it may be asked, which counts. */
export async function waitForStripe(clientAddress: string, cartId: CartId): Promise<Date | undefined> {
  const seconds = await ofCart.use(`${clientAddress} ${cartId}`);
  return seconds > 0 ? new Date(now().getTime() + seconds * 1000) : undefined;
}

/** Until when a network must wait with another payment, for all those that it began and did not finish; undefined where none
 *  is to wait for. */
export async function waitForNetwork(clientAddress: string): Promise<Date | undefined> {
  const ids = begun.get(clientAddress) ?? [];
  if (ids.length <= unsuspicious) return undefined;
  const orders = await db().order.findMany({
    where: { id: { in: ids } },
    select: { customerKey: true, state: true, createdAt: true },
  });
  return barredUntil(
    orders.map(({ customerKey, state, createdAt }) => ({ customerKey, state, at: createdAt })),
    now(),
  );
}

/** Remembers a payment that was begun. */
export function noteStart(clientAddress: string, orderId: OrderId): void {
  const ids = [...(begun.get(clientAddress) ?? []), orderId].slice(-mostOrders);
  // The latest stands last: whoever came least lately is forgotten first.
  begun.delete(clientAddress);
  begun.set(clientAddress, ids);
  const [oldest] = begun.keys();
  if (begun.size > mostAddresses && oldest !== undefined) begun.delete(oldest);
}
