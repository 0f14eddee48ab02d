import type { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";

/** A started payment that took units, and its state now. */
export type StartedPayment = { customerKey: CustomerKey; state: OrderState; at: Date };

/** How long an abandoned checkout is remembered. */
export const rememberedMilliseconds = 6 * 3_600_000;
/** This many people on one network, or on all networks of an IPv6 site, can abandon a checkout before the share that pays matters. */
export const tolerated = { near: 20, wide: 160 };
/** If at least a third of a network's shoppers pay, it is a hospital and not a bot. */
const abandonedForEachPaid = 2;

/** Until when a network is blocked from taking more units; undefined if it is not. A bot that keeps starting payments with new carts
 *  and addresses, and finishes none, could otherwise hold all of a sale's units. Counts people, not payments: shoppers who start
 *  over or pay in the end have not abandoned anything. Open payments don't count, so a crowd behind one address in a sale's first
 *  minute (SCENARIO 1) is never blocked. */
export function blockedUntil(started: StartedPayment[], at: Date, most = tolerated.near): Date | undefined {
  const recent = started.filter((payment) => at.getTime() - payment.at.getTime() < rememberedMilliseconds);
  const paid = new Set<string>();
  const open = new Set<string>();
  const abandoned = new Map<string, number>();
  for (const { customerKey, state, at: startedAt } of recent) {
    if (state === "expired") abandoned.set(customerKey, Math.max(abandoned.get(customerKey) ?? 0, startedAt.getTime()));
    else if (state === "awaiting_payment") open.add(customerKey);
    else paid.add(customerKey);
  }
  for (const customerKey of [...paid, ...open]) abandoned.delete(customerKey);
  const times = [...abandoned.values()].sort((one, other) => one - other);
  const excess = times.length - Math.max(most, abandonedForEachPaid * paid.size);
  const last = times[excess - 1];
  return last === undefined ? undefined : new Date(last + rememberedMilliseconds);
}
