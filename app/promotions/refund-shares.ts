import { type Cents, cents } from "~/core/money";
/** Units that were paid for together, as an order keeps them. */
export type PaidPortion = { quantity: number; total: Cents };

/** PRICING 9: what is given back for the next `quantity` units of a line, `refunded` of which were given back before; in cents.
 *  Refunds are shares of what was paid for that unit: after k of a portion's q units, total x k / q has been given back, rounded
 *  down, so the last unit takes the remaining cent and the sum is what was paid. Units go back from the last portion on: those at
 *  the regular price stand there. Throws RangeError for more units than there are. */
export function refundShare(portions: readonly PaidPortion[], refunded: number, quantity: number): Cents {
  const units = portions.reduce((sum, portion) => sum + portion.quantity, 0);
  if (refunded < 0 || quantity < 0 || refunded + quantity > units)
    throw new RangeError(`${quantity} of ${units} units, ${refunded} of them refunded, can't be refunded`);
  return cents(givenBack(portions, refunded + quantity) - givenBack(portions, refunded));
}

/** Cents that belong to the first `units` that go back. */
function givenBack(portions: readonly PaidPortion[], units: number): Cents {
  let left = units;
  let sum = 0;
  for (const { quantity, total } of portions.toReversed()) {
    const taken = Math.min(left, quantity);
    left -= taken;
    if (quantity > 0) sum += Math.floor((total * taken) / quantity);
  }
  return cents(sum);
}
