import { auditRefusal } from "~/audit/refusal.server";
import type { CartId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { blockedUntil } from "./abandonment";

/** Stripe is called each time a cart's answers change. No person changes them 100 times in 10 minutes. */
const stripeCalls = createRateLimit(100, 10 * 60);

/** Orders that took units, by the client's network address. Kept per process and never stored: orders don't record addresses. */
const started = new Map<string, string[]>();
const maximumAddresses = 10_000;
const maximumOrders = 2_000;
/** Up to this many orders are never checked. */
const unsuspicious = 20;

/** Until when Stripe may not be called again for a visitor's cart (each tax calculation costs money, and each order opens a payment
 *  page); undefined if it may, which counts as a call. */
export async function stripeBlockedUntil(clientAddress: string, cartId: CartId): Promise<Date | undefined> {
  const seconds = await stripeCalls.use(`${clientAddress} ${cartId}`);
  if (seconds === 0) return undefined;
  await auditTooMany();
  return new Date(now().getTime() + seconds * 1000);
}

/** Until when a network may not start another payment because it abandoned too many; undefined if it may. */
export async function networkBlockedUntil(clientAddress: string): Promise<Date | undefined> {
  const ids = started.get(clientAddress) ?? [];
  if (ids.length <= unsuspicious) return undefined;
  const orders = await db().order.findMany({
    where: { id: { in: ids } },
    select: { customerKey: true, state: true, createdAt: true },
  });
  const until = blockedUntil(
    orders.map(({ customerKey, state, createdAt }) => ({ customerKey, state, at: createdAt })),
    now(),
  );
  if (until) await auditTooMany();
  return until;
}

function auditTooMany(): Promise<void> {
  return auditRefusal({ action: "checkout.too-many-attempts", subject: "checkout:unknown" });
}

/** Remembers a started payment. */
export function recordStartedPayment(clientAddress: string, orderId: OrderId): void {
  const ids = [...(started.get(clientAddress) ?? []), orderId].slice(-maximumOrders);
  // The most recent address goes last: the least recently used is forgotten first.
  started.delete(clientAddress);
  started.set(clientAddress, ids);
  const [oldest] = started.keys();
  if (started.size > maximumAddresses && oldest !== undefined) started.delete(oldest);
}
