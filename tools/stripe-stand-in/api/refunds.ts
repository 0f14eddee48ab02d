import type Stripe from "stripe";
import { z } from "zod";
import { refund } from "../flow/refund";
import { pageOf } from "../objects/page";
import { invalidRequest, missingObject, ok, type Result, refuse } from "../objects/problem";
import type { World } from "../world";
import { endpoint } from "./http/endpoint";
import { isWithin, pageParams } from "./params/list";
import { expand, integer, metadata, range, text } from "./params/params";

type Refunded = { payment_intent?: string; charge?: string };

export const createRefund = endpoint({
  method: "POST",
  path: "/v1/refunds",
  params: z.strictObject({
    payment_intent: text().optional(),
    charge: text().optional(),
    amount: integer(1).optional(),
    reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
    metadata: metadata.default({}),
    expand,
  }),
  answers: "refund",
  check: ({ payment_intent, charge }) => {
    if (payment_intent !== undefined || charge !== undefined) return undefined;
    const message = "One of the following params should be provided for this request: payment_intent or charge.";
    return invalidRequest(message, { code: "parameter_missing" });
  },
  work: ({ standIn, params, cause }) => {
    const charge = findCharge(standIn.world, params);
    if (!charge.ok) return charge;
    const { amount, reason = null, metadata } = params;
    return refund(standIn, charge.value, { amount, reason, metadata }, cause);
  },
});

export const retrieveRefund = endpoint({
  method: "GET",
  path: "/v1/refunds/:id",
  params: z.strictObject({ expand }),
  answers: "refund",
  work: ({ standIn, id }) => {
    const found = standIn.world.refunds[id];
    return found ? ok(found) : refuse(missingObject("refund", id, "refund"));
  },
});

export const listRefunds = endpoint({
  method: "GET",
  path: "/v1/refunds",
  params: z.strictObject({
    ...pageParams,
    payment_intent: text().optional(),
    charge: text().optional(),
    created: range.optional(),
    expand,
  }),
  answers: "refunds",
  work: ({ standIn, params }) => {
    const { payment_intent, charge, created } = params;
    const refunds = Object.values(standIn.world.refunds)
      .filter((each) => payment_intent === undefined || each.payment_intent === payment_intent)
      .filter((each) => charge === undefined || each.charge === charge)
      .filter((each) => isWithin(each.created, created))
      .reverse();
    return pageOf(refunds, params, { url: "/v1/refunds", kind: "refund" });
  },
});

function findCharge(world: World, { payment_intent, charge }: Refunded): Result<Stripe.Charge> {
  if (payment_intent === undefined) {
    const found = world.charges[charge ?? ""];
    return found ? ok(found) : refuse(missingObject("charge", charge ?? "", "charge"));
  }
  const intent = world.paymentIntents[payment_intent];
  if (!intent) return refuse(missingObject("payment_intent", payment_intent, "payment_intent"));
  const found = world.charges[String(intent.latest_charge)];
  if (found?.status === "succeeded") return ok(found);
  return refuse(
    invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: "payment_intent",
    }),
  );
}
