import { type Cents, cents } from "~/core/money";

/** Units that were paid for together, as stored in an order. */
export type PaidPortion = { quantity: number; total: Cents };

/** PRICING 9: the refund for the next `quantity` units of a line, of which `refunded` were refunded before; in cents. Refunds are shares
 *  of what was paid for that unit: after k of a portion's q units, total x k / q is refunded, rounded down, so the last unit takes the
 *  remaining cent and the sum is the amount paid. The last portion is refunded first: its units are at the regular price. Throws
 *  RangeError for more units than the line has. */
export function calculateRefund(portions: readonly PaidPortion[], refunded: number, quantity: number): Cents {
  const units = portions.reduce((sum, portion) => sum + portion.quantity, 0);
  if (refunded < 0 || quantity < 0 || refunded + quantity > units)
    throw new RangeError(`${quantity} of ${units} units, ${refunded} of them refunded, can't be refunded`);
  return cents(sumOfFirst(portions, refunded + quantity) - sumOfFirst(portions, refunded));
}

/** Cents for the first `units` refunded. */
function sumOfFirst(portions: readonly PaidPortion[], units: number): Cents {
  let left = units;
  let sum = 0;
  for (const { quantity, total } of portions.toReversed()) {
    const taken = Math.min(left, quantity);
    left -= taken;
    if (quantity > 0) sum += Math.floor((total * taken) / quantity);
  }
  return cents(sum);
}
