import type { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";

/** A checkout that took units, and what became of it. */
export type Start = { customerKey: CustomerKey; state: OrderState; at: Date };

/** For so long an abandoned checkout is remembered. */
const memoryMilliseconds = 6 * 3_600_000;
/** So many people of one network may change their minds before anybody asks how many of them pay. */
const tolerated = 20;
/** A network of which at least a third pays is a hospital, not a machine. */
const abandonedForEachPaid = 2;

/** Until when a network must not take further units from a shop: one machine that begins payments under ever new carts and
 *  addresses, and finishes none, would keep a sale's units from everybody. Undefined where it may. People are counted, not
 *  payments: who begins anew, or pays at last, has abandoned nothing. What is still open is not judged, so a crowd behind one
 *  address that arrives with the sale's first minute (SCENARIO 1) is never turned away. */
export function barredUntil(starts: Start[], at: Date): Date | undefined {
  const recent = starts.filter((start) => at.getTime() - start.at.getTime() < memoryMilliseconds);
  const paid = new Set<string>();
  const open = new Set<string>();
  const left = new Map<string, number>();
  for (const { customerKey, state, at: begun } of recent) {
    if (state === "expired") left.set(customerKey, Math.max(left.get(customerKey) ?? 0, begun.getTime()));
    else if (state === "awaiting_payment") open.add(customerKey);
    else paid.add(customerKey);
  }
  for (const customerKey of [...paid, ...open]) left.delete(customerKey);
  const times = [...left.values()].sort((one, other) => one - other);
  const tooMany = times.length - Math.max(tolerated, abandonedForEachPaid * paid.size);
  const last = times[tooMany - 1];
  return last === undefined ? undefined : new Date(last + memoryMilliseconds);
}
