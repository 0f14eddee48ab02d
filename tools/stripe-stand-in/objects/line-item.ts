import type Stripe from "stripe";
import { newId } from "../ids";

export type WantedLine = {
  quantity: number;
  price_data: {
    currency: string;
    unit_amount: number;
    tax_behavior?: Stripe.Price.TaxBehavior;
    product_data: { name: string; description?: string; metadata?: Stripe.Metadata; tax_code?: string };
  };
};

/** One line of a session and the product that Stripe creates for it. Amounts are in the currency's smallest unit. */
export function makeLine(wanted: WantedLine, created: number): { item: Stripe.LineItem; product: Stripe.Product } {
  const { currency, unit_amount, product_data } = wanted.price_data;
  const product = makeProduct(product_data, created);
  const amount = wanted.quantity * unit_amount;
  const item: Stripe.LineItem = {
    id: newId("lineItem"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: product.name,
    metadata: {},
    price: makePrice(product.id, wanted.price_data, created),
    quantity: wanted.quantity,
  };
  return { item, product };
}

function makePrice(product: string, wanted: WantedLine["price_data"], created: number): Stripe.Price {
  const { currency, unit_amount, tax_behavior = "unspecified" } = wanted;
  return {
    id: newId("price"),
    object: "price",
    active: false,
    billing_scheme: "per_unit",
    created,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product,
    recurring: null,
    tax_behavior,
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount,
    // On the wire this is text; the SDK at the other end turns it into its Decimal.
    unit_amount_decimal: String(unit_amount) as unknown as Stripe.Price["unit_amount_decimal"],
  };
}

function makeProduct(data: WantedLine["price_data"]["product_data"], created: number): Stripe.Product {
  return {
    id: newId("product"),
    object: "product",
    active: false,
    created,
    default_price: null,
    description: data.description ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: data.metadata ?? {},
    name: data.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: data.tax_code ?? null,
    tax_details: null,
    type: "service",
    unit_label: null,
    updated: created,
    url: null,
  };
}
