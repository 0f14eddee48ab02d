import type Stripe from "stripe";
import { newId } from "../ids";
import { percentageOf, type TaxPlace, taxOn } from "./tax";

type Calculation = Stripe.Tax.Calculation;
type Line = Stripe.Tax.CalculationLineItem;

type Wanted = {
  currency: string;
  line_items: { amount: number; quantity: number; reference?: string; tax_code?: string }[];
  shipping_cost?: { amount: number; tax_code?: string };
  customer_details: { address: Stripe.Address; address_source: string };
};

/** Stripe's preset for a shop with no other settings: general services, and shipping. */
const presetCode = "txcd_10000000";
const shippingCode = "txcd_92010001";
const ninetyDays = 90 * 24 * 60 * 60;

/** Calculates the way a session does, line by line, so both agree to the cent. */
export function makeCalculation(
  wanted: Wanted,
  place: TaxPlace,
  now: number,
): { calculation: Calculation; lines: Line[] } {
  const lines = wanted.line_items.map((line, index) => makeLine(line, index, place));
  const shipping = wanted.shipping_cost && shippingOf(wanted.shipping_cost, place);
  const parts = [...lines, ...(shipping ? [shipping] : [])];
  const tax = sumOf(parts.map((part) => part.amount_tax));
  const calculation: Calculation = {
    id: newId("taxCalculation"),
    object: "tax.calculation",
    amount_total: sumOf(parts.map((part) => part.amount)) + tax,
    currency: wanted.currency,
    customer: null,
    customer_details: { ...wanted.customer_details, ip_address: null, tax_ids: [], taxability_override: "none" },
    expires_at: now + ninetyDays,
    livemode: false,
    ship_from_details: null,
    shipping_cost: shipping ?? null,
    tax_amount_exclusive: tax,
    tax_amount_inclusive: 0,
    tax_breakdown: [
      {
        amount: tax,
        inclusive: false,
        tax_rate_details: {
          country: place.country,
          flat_amount: null,
          percentage_decimal: percentageOf(place),
          rate_type: place.rate > 0 ? "percentage" : null,
          state: place.state,
          tax_type: place.rate > 0 ? "sales_tax" : null,
        },
        taxability_reason: place.rate > 0 ? "standard_rated" : "not_collecting",
        taxable_amount: sumOf(parts.filter((part) => part.amount_tax > 0).map((part) => part.amount)),
      },
    ],
    tax_date: now,
  };
  return { calculation, lines };
}

function makeLine(line: Wanted["line_items"][number], index: number, place: TaxPlace): Line {
  const code = line.tax_code ?? presetCode;
  return {
    id: newId("taxLine"),
    object: "tax.calculation_line_item",
    amount: line.amount,
    amount_tax: taxOn(line.amount, code, place),
    livemode: false,
    metadata: null,
    performance_location: null,
    product: null,
    quantity: line.quantity,
    reference: line.reference ?? `L${index + 1}`,
    tax_behavior: "exclusive",
    tax_code: code,
  };
}

function shippingOf(
  { amount, tax_code = shippingCode }: { amount: number; tax_code?: string },
  place: TaxPlace,
): Stripe.Tax.Calculation.ShippingCost {
  return { amount, amount_tax: taxOn(amount, tax_code, place), tax_behavior: "exclusive", tax_code };
}

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
