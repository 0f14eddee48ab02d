import type { EnrollmentId } from "~/core/ids";
import { type Cents, cents, sumCents } from "~/core/money";
import type { Parts } from "~/ledger/entry";
import { type PaidPortion, refundShare } from "~/promotions/refund-shares";

/** One person's unit of a line. `refunded` is what a refund that did not fail gives back for it, in cents. */
export type RefundableUnit = { id: EnrollmentId; isCertified: boolean; refunded?: Cents };
export type RefundableLine = { portions: PaidPortion[]; units: RefundableUnit[] };

/** What the rules of refunds judge by; all amounts are cents. */
export type RefundFacts = {
  /** What Stripe received, whatever the order's total was. */
  received: Cents;
  shipping: Cents;
  tax: Cents;
  lines: RefundableLine[];
  /** What was asked back before and did not fail. */
  given: Parts;
};

/** What was received, as items, postage and tax: where it is not the order's total, the items are what differs. */
export function paidParts({ received, shipping, tax }: RefundFacts): Parts {
  const taxPaid = cents(Math.min(tax, received));
  const shippingPaid = cents(Math.min(shipping, received - taxPaid));
  return { items: cents(received - taxPaid - shippingPaid), shipping: shippingPaid, tax: taxPaid };
}

function atLeastNothing(amount: number): Cents {
  return cents(Math.max(0, amount));
}

/** All that has not been given back yet. */
export function partsLeft(facts: RefundFacts): Parts {
  const [paid, { given }] = [paidParts(facts), facts];
  return {
    items: atLeastNothing(paid.items - given.items),
    shipping: atLeastNothing(paid.shipping - given.shipping),
    tax: atLeastNothing(paid.tax - given.tax),
  };
}

/** What is left without what was paid for units with a certificate: those are earned (EDUCATION 13), and refunds by amount
 *  must not give them back either. */
export function openParts(facts: RefundFacts): Parts {
  const left = partsLeft(facts);
  const items = atLeastNothing(left.items - sumCents(facts.lines.map(earned)));
  return { items, shipping: left.shipping, tax: taxOn(facts, sumCents([items, left.shipping])) };
}

/** Units go back from the dearer end of a line; those that are earned are the others. */
function earned({ portions, units }: RefundableLine): Cents {
  const count = portions.reduce((sum, { quantity }) => sum + quantity, 0);
  const kept = units.filter(({ isCertified, refunded }) => isCertified && refunded === undefined).length;
  return cents(refundShare(portions, 0, count) - refundShare(portions, 0, count - kept));
}

/** The tax that goes back with `net` cents of items and postage: in proportion to all that went back so far, so that the last
 *  refund takes the remainder. */
export function taxOn(facts: RefundFacts, net: Cents): Cents {
  const [paid, { given }] = [paidParts(facts), facts];
  const all = paid.items + paid.shipping;
  if (all === 0) return cents(paid.tax - given.tax);
  return atLeastNothing(Math.floor((paid.tax * (given.items + given.shipping + net)) / all) - given.tax);
}

/** An amount as items, then postage, each with its tax. `from` is what it may be taken of; at most its sum. */
export function partsOfAmount(facts: RefundFacts, amount: Cents, from: Parts): Parts {
  let [net, tooMuch] = [0, from.items + from.shipping + 1];
  // The most that, with its tax, is not more than the amount; an odd cent goes with the tax.
  while (tooMuch - net > 1) {
    const middle = Math.floor((net + tooMuch) / 2);
    if (middle + taxOn(facts, cents(middle)) <= amount) net = middle;
    else tooMuch = middle;
  }
  const items = cents(Math.min(net, from.items));
  return { items, shipping: cents(net - items), tax: cents(amount - net) };
}

/** PRICING 9: each chosen unit's share of what was paid for it. Lines count what their units got back, so whatever failed or was
 *  given in another order, all units together get the line's total; `most` is what may be given for all of them. */
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
      const share = cents(Math.min(left, Math.max(0, refundShare(portions, 0, count) - given)));
      shares.set(id, share);
      given += share;
      left -= share;
    }
  }
  return shares;
}
