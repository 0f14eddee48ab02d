import type Stripe from "stripe";
import { chargeFee, makeTransaction, restingSeconds } from "../objects/balance-transaction";
import type { StandIn } from "../stand-in";
import type { World } from "../world";
import { emit } from "./emit";

type Movement = Omit<Parameters<typeof makeTransaction>[0], "created">;

/** Moves the balance. Only inside `change`. */
export function post({ world, clock }: StandIn, movement: Movement): Stripe.BalanceTransaction {
  const transaction = makeTransaction({ ...movement, created: clock.now() });
  world.balanceTransactions[transaction.id] = transaction;
  return transaction;
}

/** Records a charge and, once it has succeeded, its balance transaction, which a control can hold back. */
export function writeCharge(standIn: StandIn, charge: Stripe.Charge, atOnce = false): void {
  const { world, settings } = standIn;
  const isDue = charge.status === "succeeded" && charge.balance_transaction === null;
  const isHeld = settings.balanceMode === "hold";
  world.charges[charge.id] = isDue && !isHeld ? withTransaction(standIn, charge, atOnce) : charge;
}

/** Releases the balance transactions that were held back, each with its event. Returns how many. */
export function postHeld(standIn: StandIn): number {
  const { world } = standIn;
  const held = Object.values(world.charges).filter(
    (charge) => charge.status === "succeeded" && charge.balance_transaction === null,
  );
  for (const charge of held) {
    const posted = withTransaction(standIn, charge, false);
    world.charges[charge.id] = posted;
    emit(standIn, "charge.updated", posted, { previous: { balance_transaction: null } });
  }
  return held.length;
}

/** Makes funds available once they have waited long enough. `now` in seconds. */
export function mature(world: World, now: number): void {
  for (const each of Object.values(world.balanceTransactions)) {
    const isDue = each.status === "pending" && each.available_on <= now;
    if (isDue) world.balanceTransactions[each.id] = { ...each, status: "available" };
  }
}

function withTransaction(standIn: StandIn, charge: Stripe.Charge, atOnce: boolean): Stripe.Charge {
  const { id } = post(standIn, {
    type: "charge",
    amount: charge.amount,
    fee: { amount: chargeFee(charge.amount), description: "Stripe processing fees" },
    source: charge.id,
    currency: charge.currency,
    description: charge.description ?? "",
    availableOn: atOnce ? undefined : standIn.clock.now() + restingSeconds,
  });
  return { ...charge, balance_transaction: id };
}
