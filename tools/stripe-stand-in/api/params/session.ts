import { z } from "zod";
import { invalidRequest, type Problem } from "../../objects/problem";
import { shipping, taxBehavior, taxCode } from "./address";
import { currency, email, expand, flag, integer, metadata, text, webAddress } from "./params";

const LineItem = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: integer(),
    tax_behavior: taxBehavior.optional(),
    product_data: z.strictObject({
      name: text(250),
      description: text(40_000).optional(),
      metadata: metadata.optional(),
      tax_code: taxCode.optional(),
    }),
  }),
  quantity: integer(1, 999_999),
});

const DeliveryBound = z.strictObject({
  unit: z.enum(["hour", "day", "business_day", "week", "month"]),
  value: integer(1, 1000),
});

const ShippingOption = z.strictObject({
  shipping_rate_data: z.strictObject({
    display_name: text(100),
    type: z.literal("fixed_amount").default("fixed_amount"),
    fixed_amount: z.strictObject({ amount: integer(), currency }),
    delivery_estimate: z
      .strictObject({ minimum: DeliveryBound.optional(), maximum: DeliveryBound.optional() })
      .optional(),
    metadata: metadata.optional(),
    tax_behavior: taxBehavior.optional(),
    tax_code: taxCode.optional(),
  }),
});

const update = z.enum(["auto", "never"]).default("never");

/**
 * What the shop may send to `POST /v1/checkout/sessions`, with the names of API version 2026-10-28.endive. A parameter
 * that Stripe supports but the shop doesn't use is refused like an unknown one: better a clear 400 here than a stand-in
 * that silently ignores what the real Stripe would act on.
 */
export const SessionParams = z.strictObject({
  mode: z.literal("payment"),
  ui_mode: z.literal("hosted_page").default("hosted_page"),
  line_items: z.array(LineItem).min(1, "You must pass at least one line item").max(100, "At most 100 line items"),
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  expires_at: integer(0, 1e12).optional(),
  client_reference_id: text(200).optional(),
  customer: text().optional(),
  customer_email: email.optional(),
  customer_creation: z.literal("if_required").optional(),
  customer_update: z.strictObject({ address: update, name: update, shipping: update }).optional(),
  metadata: metadata.default({}),
  payment_intent_data: z
    .strictObject({
      metadata: metadata.default({}),
      description: text(1000).optional(),
      receipt_email: email.optional(),
      shipping: shipping.optional(),
    })
    .optional(),
  adaptive_pricing: z.strictObject({ enabled: flag }).optional(),
  automatic_tax: z.strictObject({ enabled: flag }).optional(),
  allowed_payment_method_types: z.array(text(50)).min(1).optional(),
  shipping_address_collection: z
    .strictObject({
      allowed_countries: z
        .array(z.string().regex(/^[A-Z]{2}$/, "Invalid country: must be a two-letter ISO code"))
        .min(1),
    })
    .optional(),
  shipping_options: z.array(ShippingOption).min(1).max(5, "At most 5 shipping options").optional(),
  submit_type: z.enum(["auto", "pay", "book", "donate"]).optional(),
  locale: text(10).optional(),
  expand,
});
export type SessionParams = z.output<typeof SessionParams>;

const minute = 60;
const halfHour = 30 * minute;
const day = 24 * 60 * minute;

/** Stripe's minimum charge in US dollars (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const leastChargeCents = 50;

/** Checks parameters against each other and against the clock (`now` in seconds). Undefined if they are valid. */
export function checkSession(params: SessionParams, now: number): Problem | undefined {
  if (params.expires_at !== undefined && params.expires_at < now + halfHour) {
    return invalidExpiry("at least 30 minutes from");
  }
  if (params.expires_at !== undefined && params.expires_at > now + day) return invalidExpiry("less than 24 hours from");
  if (params.customer_update && params.customer === undefined) {
    return invalidRequest("`customer_update` can only be used with `customer`.", { param: "customer_update" });
  }
  const others = (["customer_email", "customer_creation"] as const).filter((name) => params[name] !== undefined);
  if (params.customer !== undefined && others[0]) {
    return invalidRequest(`You may only specify one of these parameters: customer, ${others[0]}.`, {
      param: "customer",
    });
  }
  const prices = params.line_items.map((line) => line.price_data);
  const rates = (params.shipping_options ?? []).map((option) => option.shipping_rate_data.fixed_amount);
  if (new Set([...prices, ...rates].map((part) => part.currency)).size > 1) {
    return invalidRequest("All prices and shipping options of a session must use the same currency.");
  }
  const total = params.line_items.reduce((sum, line) => sum + line.quantity * line.price_data.unit_amount, 0);
  if (prices[0]?.currency === "usd" && total + (rates[0]?.amount ?? 0) < leastChargeCents) {
    return invalidRequest("The Checkout Session's total amount due must add up to at least $0.50 usd", {
      code: "amount_too_small",
    });
  }
  return undefined;
}

function invalidExpiry(bound: string): Problem {
  const message = `The \`expires_at\` timestamp must be ${bound} Checkout Session creation.`;
  return invalidRequest(message, { param: "expires_at" });
}
