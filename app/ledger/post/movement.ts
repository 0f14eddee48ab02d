import type { OrderId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import { assertNever } from "~/core/result";
import {
  disputeEntry,
  type Entry,
  feeEntry,
  type Parts,
  paymentEntry,
  payoutEntry,
  payoutReturnEntry,
  refundEntry,
  refundFailureEntry,
  sumOfParts,
  unexplainedEntry,
  unfulfilledPaymentEntry,
} from "../entries/entry";

/** A movement of Stripe's balance, from a balance transaction. Amounts are cents; `fee` is positive when Stripe keeps it. */
export type Movement = {
  id: string;
  at: Date;
  /** Stripe's `reporting_category`, finer than its type: https://docs.stripe.com/reports/reporting-categories */
  category: string;
  currency: string;
  amount: Cents;
  fee: Cents;
  description: string;
  /** The charge, refund, dispute, or payout behind it, and how to find its order. */
  source?: { id: string; chargeId?: string; paymentIntentId?: string; orderId?: OrderId };
};

/** What the shop's own tables know about a movement, if anything. */
export type MovementFacts = {
  order?: Parts & { id: OrderId; receivedCents: Cents; isFulfilled: boolean; isInAttention: boolean };
  refund?: Parts & { orderId: OrderId; isFulfilled: boolean };
};

/** `waitsFor`: why the movement's amount can't be posted (yet); Stripe's fee is posted anyway. */
export type MovementEntries = { entries: Entry[]; waitsFor?: string };

/** The ledger entries for a movement. Unknown movements go to `unexplained`; what another room has yet to record waits for it, so
 *  nothing is posted on a guess. */
export function entriesForMovement(movement: Movement, known: MovementFacts): MovementEntries {
  if (movement.currency !== "usd")
    return { entries: [], waitsFor: `Stripe moved ${movement.currency.toUpperCase()}, not USD.` };
  const main = mainEntry(movement, known);
  const orderId = known.order?.id ?? known.refund?.orderId;
  const kept = isFee(movement) ? cents(movement.fee - movement.amount) : movement.fee;
  const all = [...("entry" in main ? [main.entry] : []), feeEntry({ id: movement.id, at: movement.at, orderId }, kept)];
  return {
    entries: all.filter(({ postings }) => postings.length > 0),
    ...("waitsFor" in main ? { waitsFor: main.waitsFor } : {}),
  };
}

type Main = { entry: Entry } | { waitsFor: string } | Record<never, never>;

function mainEntry(movement: Movement, { order, refund }: MovementFacts): Main {
  const { id, at, amount, description, category, source } = movement;
  const kind = kindOf(movement);
  const fact = { id: source?.id ?? id, orderId: order?.id ?? refund?.orderId, at };
  const unexplained = () => ({
    entry: unexplainedEntry(mainReference(movement), fact, amount, [category, description].filter(Boolean).join(": ")),
  });
  switch (kind) {
    case "payment":
      return order ? entryForPayment(fact, amount, order) : unexplained();
    case "refund":
    case "refund_failure": {
      const given = kind === "refund" ? -amount : amount;
      if (refund) return entryForRefund(kind, fact, given, refund);
      return order ? { waitsFor: "The shop hasn’t recorded this refund yet." } : unexplained();
    }
    case "dispute":
      return { entry: disputeEntry({ ...fact, id }, amount) };
    case "payout":
      return { entry: payoutEntry(fact, cents(-amount)) };
    case "payout_return":
      return { entry: payoutReturnEntry(fact, amount) };
    case "fee":
      return {};
    case "unexplained":
      return unexplained();
    default:
      return assertNever(kind);
  }
}

type Fact = { id: string; orderId?: OrderId; at: Date };

function entryForPayment(fact: Fact, amount: Cents, order: NonNullable<MovementFacts["order"]>): Main {
  // From before the ledger, when the amount received for such an order wasn't saved.
  const isOld = order.receivedCents === 0 && order.isInAttention;
  if (order.receivedCents === 0 && !isOld) return { waitsFor: "The order hasn’t recorded this payment yet." };
  if (!order.isFulfilled) return { entry: unfulfilledPaymentEntry(fact, amount) };
  if (sumOfParts(order) !== amount) return { waitsFor: "The order’s parts don’t add up to the amount paid." };
  return { entry: paymentEntry(fact, order) };
}

function entryForRefund(
  kind: "refund" | "refund_failure",
  fact: Fact,
  given: number,
  refund: NonNullable<MovementFacts["refund"]>,
) {
  if (sumOfParts(refund) !== given) return { waitsFor: "The shop’s refund has a different amount." };
  const make = kind === "refund" ? refundEntry : refundFailureEntry;
  return { entry: make(fact, refund, refund.isFulfilled) };
}

/** A movement's effect on the account `stripe`, by the references of its entries. */
export function legsOf(movement: Movement): Leg[] {
  const { id, amount, fee } = movement;
  const legs = isFee(movement)
    ? [{ reference: `fee:${id}`, cents: cents(amount - fee) }]
    : [
        { reference: mainReference(movement), cents: amount },
        { reference: `fee:${id}`, cents: cents(-fee) },
      ];
  return legs.filter(({ cents }) => cents !== 0);
}
export type Leg = { reference: string; cents: Cents };

/** Disputes move the balance several times, so their references use the transaction. */
function mainReference(movement: Movement): string {
  const kind = kindOf(movement);
  const id = kind === "dispute" || kind === "unexplained" ? movement.id : (movement.source?.id ?? movement.id);
  return `${kind}:${id}`;
}

function isFee(movement: Movement): boolean {
  return kindOf(movement) === "fee";
}

function kindOf({ category }: Movement) {
  return kinds[category] ?? "unexplained";
}

const kinds: Record<
  string,
  "payment" | "refund" | "refund_failure" | "dispute" | "payout" | "payout_return" | "fee" | undefined
> = {
  charge: "payment",
  refund: "refund",
  refund_failure: "refund_failure",
  dispute: "dispute",
  dispute_reversal: "dispute",
  payout: "payout",
  payout_reversal: "payout_return",
  // Stripe's separate charges: Radar, Stripe Tax, and the tax on such fees.
  fee: "fee",
  tax: "fee",
};
