import { z } from "zod";
import { payIntent } from "../flow/pay-intent";
import { missingObject, ok, refuse } from "../objects/problem";
import { type TestPaymentMethod, testPaymentMethods } from "../objects/test-payment-methods";
import { endpoint } from "./http/endpoint";
import { shipping } from "./params/address";
import { currency, email, expand, flag, integer, metadata, text } from "./params/params";

const paymentMethods = Object.keys(testPaymentMethods) as TestPaymentMethod[];

/** Created and paid in one step, which is how the contract tests pay without a browser; the shop uses only sessions. */
export const createPaymentIntent = endpoint({
  method: "POST",
  path: "/v1/payment_intents",
  params: z.strictObject({
    amount: integer(50),
    currency,
    confirm: flag.pipe(z.literal(true, "The stand-in confirms a PaymentIntent when it creates it")),
    payment_method: z.enum(paymentMethods),
    automatic_payment_methods: z.strictObject({ enabled: flag, allow_redirects: z.literal("never") }).optional(),
    customer: text().optional(),
    description: text(1000).optional(),
    metadata: metadata.default({}),
    receipt_email: email.optional(),
    shipping: shipping.optional(),
    expand,
  }),
  answers: "intent",
  work: ({ standIn, params }) => {
    const { amount, currency, customer = null, payment_method: paymentMethod } = params;
    if (customer !== null && !standIn.world.customers[customer]) {
      return refuse({ ...missingObject("customer", customer, "customer"), status: 400 });
    }
    const plan = {
      metadata: params.metadata,
      description: params.description ?? null,
      receiptEmail: params.receipt_email ?? null,
      shipping: params.shipping ?? null,
      customerUpdate: { address: false, name: false, shipping: false },
    };
    return payIntent(standIn, { amount, currency, customer, plan, paymentMethod });
  },
});

export const retrievePaymentIntent = endpoint({
  method: "GET",
  path: "/v1/payment_intents/:id",
  params: z.strictObject({ expand }),
  answers: "intent",
  work: ({ standIn, id }) => {
    const intent = standIn.world.paymentIntents[id];
    return intent ? ok(intent) : refuse(missingObject("payment_intent", id, "intent"));
  },
});
