import { auditRefusal } from "~/audit/refusal.server";
import type { CartId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { networkOf } from "~/platform/limits/network";
import { createRateLimit } from "~/platform/limits/rate-limit.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { signatureOf } from "~/platform/secrets.server";
import { blockedUntil, rememberedMilliseconds, tolerated } from "./abandonment";

/** Stripe is called each time a cart's answers change. No person changes them 100 times in 10 minutes. */
const stripeCalls = createRateLimit("stripe-calls", 100, 10 * 60);

/** As many of a network's latest payments are looked at. */
const mostPayments = 2_000;

/** Until when Stripe may not be called again for a visitor's cart (each tax calculation costs money, and each order opens a payment
 *  page); undefined if it may, which counts as a call. */
export async function stripeBlockedUntil(clientAddress: string, cartId: CartId): Promise<Date | undefined> {
  const seconds = await stripeCalls.use(`${networkOf(clientAddress).near} ${cartId}`);
  if (seconds === 0) return undefined;
  await auditTooMany();
  return new Date(now().getTime() + seconds * 1000);
}

/** Until when a network, or the IPv6 site around it, may not start another payment because it abandoned too many; undefined if it may. */
export async function networkBlockedUntil(clientAddress: string): Promise<Date | undefined> {
  const { near, wide } = networkOf(clientAddress);
  const until =
    (await blockedByPayments({ network: hidden(near) }, tolerated.near)) ??
    (wide ? await blockedByPayments({ wideNetwork: hidden(wide) }, tolerated.wide) : undefined);
  if (until) await auditTooMany();
  return until;
}

function auditTooMany(): Promise<void> {
  return auditRefusal({ action: "checkout.too-many-attempts", subject: "checkout:unknown" });
}

async function blockedByPayments(network: Prisma.StartedPaymentWhereInput, most: number): Promise<Date | undefined> {
  const at = now();
  const recent = { ...network, at: { gt: new Date(at.getTime() - rememberedMilliseconds) } };
  if ((await db().startedPayment.count({ where: recent })) <= most) return undefined;
  // From the orders' side: the query has the same few parameters for any number of payments.
  const orders = await db().order.findMany({
    where: { startedPayment: { is: recent } },
    select: { customerKey: true, state: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: mostPayments,
  });
  const started = orders.map(({ customerKey, state, createdAt }) => ({ customerKey, state, at: createdAt }));
  return blockedUntil(started, at, most);
}

/** Remembers a started payment for as long as its network may be blocked for it. */
export async function recordStartedPayment(clientAddress: string, orderId: OrderId): Promise<void> {
  const { near, wide } = networkOf(clientAddress);
  const networks = { network: hidden(near), wideNetwork: wide === undefined ? null : hidden(wide) };
  await db().startedPayment.upsert({
    where: { orderId },
    create: { orderId, ...networks, at: now() },
    update: {},
  });
}

/** Forgets payments that no network is blocked for anymore. */
export async function forgetStartedPayments(): Promise<void> {
  const before = new Date(now().getTime() - rememberedMilliseconds);
  await db().startedPayment.deleteMany({ where: { at: { lte: before } } });
}

/** The rows tell networks apart and don't name them. */
function hidden(network: string): string {
  return signatureOf("network", network);
}
