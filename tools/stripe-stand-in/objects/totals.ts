import type Stripe from "stripe";
import { taxOn, taxPlace } from "./tax";

type Session = Stripe.Checkout.Session;

export type Basis = {
  lines: Stripe.LineItem[];
  /** Tax codes of the lines, in order, and of the chosen shipping rate. */
  codes: (string | null)[];
  shippingCode: string | null;
  /** The shopper's location, as far as known. */
  address: Stripe.Address | null;
  /** Cents by which a control has made the tax wrong; usually none. */
  skew: number;
};

/**
 * The session and its lines with all totals recomputed for this shipping option (null: no shipping). Tax is added on
 * top of each line and of shipping, rounded for each; without a location there is none, and the session says that it
 * still needs one, as Stripe's does.
 */
export function calculateTotals(
  session: Session,
  rate: string | null,
  basis: Basis,
): { session: Session; lines: Stripe.LineItem[] } {
  const { enabled } = session.automatic_tax;
  const place = enabled ? taxPlace(basis.address) : undefined;
  const lines = basis.lines.map((line, index) => {
    const skew = place && index === 0 ? basis.skew : 0;
    const tax = taxOn(line.amount_subtotal, basis.codes[index] ?? null, place) + skew;
    return { ...line, amount_tax: tax, amount_total: line.amount_subtotal + tax };
  });
  const option = session.shipping_options.find((each) => each.shipping_rate === rate);
  const shipping = option?.shipping_amount ?? 0;
  const shippingTax = taxOn(shipping, basis.shippingCode, place);
  const subtotal = sum(lines.map((line) => line.amount_subtotal));
  const tax = sum(lines.map((line) => line.amount_tax)) + shippingTax;
  return {
    lines,
    session: {
      ...session,
      amount_subtotal: subtotal,
      amount_total: subtotal + shipping + tax,
      automatic_tax: enabled ? taxStatus(place !== undefined) : session.automatic_tax,
      shipping_cost: option
        ? {
            amount_subtotal: shipping,
            amount_tax: shippingTax,
            amount_total: shipping + shippingTax,
            shipping_rate: option.shipping_rate,
          }
        : null,
      total_details: { amount_discount: 0, amount_shipping: shipping, amount_tax: tax },
    },
  };
}

function taxStatus(isKnown: boolean): Session["automatic_tax"] {
  return {
    enabled: true,
    liability: { type: "self" },
    provider: "stripe",
    status: isKnown ? "complete" : "requires_location_inputs",
  };
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
