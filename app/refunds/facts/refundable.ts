import type { EnrollmentId } from "~/core/ids";
import { type Cents, cents, sumCents } from "~/core/money";
import type { Parts } from "~/ledger/entries/entry";
import { calculateRefund, type PaidPortion } from "~/promotions/pricing/refund-shares";

/** One unit of a line. `refunded` is what was refunded for it, in cents, not counting failed refunds. */
export type RefundableUnit = { id: EnrollmentId; isCertified: boolean; refunded?: Cents };
export type RefundableLine = { portions: PaidPortion[]; units: RefundableUnit[] };

/** The facts the refund rules work with; all amounts are cents. */
export type RefundFacts = {
  /** What Stripe received, even if it isn't the order's total. */
  received: Cents;
  shipping: Cents;
  tax: Cents;
  lines: RefundableLine[];
  /** Refunded before, not counting failed refunds. */
  given: Parts;
};

/** What was received, as items, shipping, and tax. If it isn't the order's total, the difference is in the items. */
export function paidParts({ received, shipping, tax }: RefundFacts): Parts {
  const taxPaid = cents(Math.min(tax, received));
  const shippingPaid = cents(Math.min(shipping, received - taxPaid));
  return { items: cents(received - taxPaid - shippingPaid), shipping: shippingPaid, tax: taxPaid };
}

function atLeastNothing(amount: number): Cents {
  return cents(Math.max(0, amount));
}

/** Everything not refunded yet. */
export function partsLeft(facts: RefundFacts): Parts {
  const [paid, { given }] = [paidParts(facts), facts];
  return {
    items: atLeastNothing(paid.items - given.items),
    shipping: atLeastNothing(paid.shipping - given.shipping),
    tax: atLeastNothing(paid.tax - given.tax),
  };
}

/** What is left, minus what was paid for units with a certificate: those are earned (EDUCATION 13), and refunds by amount must not
 *  include them either. */
export function openParts(facts: RefundFacts): Parts {
  const left = partsLeft(facts);
  const items = atLeastNothing(left.items - sumCents(facts.lines.map(earned)));
  return { items, shipping: left.shipping, tax: taxOn(facts, sumCents([items, left.shipping])) };
}

/** The most expensive units of a line are refunded first, so the earned ones are the cheapest. */
function earned({ portions, units }: RefundableLine): Cents {
  const count = portions.reduce((sum, { quantity }) => sum + quantity, 0);
  const kept = units.filter(({ isCertified, refunded }) => isCertified && refunded === undefined).length;
  return cents(calculateRefund(portions, 0, count) - calculateRefund(portions, 0, count - kept));
}

/** The tax refunded with `net` cents of items and shipping: in proportion to everything refunded so far, so the last refund takes
 *  the remainder. */
export function taxOn(facts: RefundFacts, net: Cents): Cents {
  const [paid, { given }] = [paidParts(facts), facts];
  const all = paid.items + paid.shipping;
  if (all === 0) return cents(paid.tax - given.tax);
  return atLeastNothing(Math.floor((paid.tax * (given.items + given.shipping + net)) / all) - given.tax);
}

/** Splits an amount into items, then shipping, each with its tax. `from` is what is left; `amount` is at most its sum. */
export function partsOfAmount(facts: RefundFacts, amount: Cents, from: Parts): Parts {
  let [net, tooMuch] = [0, from.items + from.shipping + 1];
  // The most that, with its tax, fits the amount; an odd cent goes to the tax.
  while (tooMuch - net > 1) {
    const middle = Math.floor((net + tooMuch) / 2);
    if (middle + taxOn(facts, cents(middle)) <= amount) net = middle;
    else tooMuch = middle;
  }
  const items = cents(Math.min(net, from.items));
  return { items, shipping: cents(net - items), tax: cents(amount - net) };
}

/** PRICING 9: each chosen unit's share of what was paid. Lines count what their units got back, so in any sequence, even with
 *  failed refunds, all units together get the line's total; `most` caps the sum. */
export function unitShares(
  lines: RefundableLine[],
  chosen: ReadonlySet<EnrollmentId>,
  most: Cents,
): Map<EnrollmentId, Cents> {
  const shares = new Map<EnrollmentId, Cents>();
  let left: number = most;
  for (const { portions, units } of lines) {
    const before = units.flatMap(({ refunded }) => (refunded === undefined ? [] : [refunded]));
    let given: number = sumCents(before);
    let count = before.length;
    for (const { id } of units.filter((unit) => chosen.has(unit.id))) {
      count += 1;
      const share = cents(Math.min(left, Math.max(0, calculateRefund(portions, 0, count) - given)));
      shares.set(id, share);
      given += share;
      left -= share;
    }
  }
  return shares;
}
