import { z } from "zod";
import { pageOf } from "../objects/page";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./http/endpoint";
import { isWithin, pageParams } from "./params/list";
import { expand, range, text } from "./params/params";

export const retrieveCharge = endpoint({
  method: "GET",
  path: "/v1/charges/:id",
  params: z.strictObject({ expand }),
  answers: "charge",
  work: ({ standIn, id }) => {
    const found = standIn.world.charges[id];
    return found ? ok(found) : refuse(missingObject("charge", id, "charge"));
  },
});

export const listCharges = endpoint({
  method: "GET",
  path: "/v1/charges",
  params: z.strictObject({
    ...pageParams,
    payment_intent: text().optional(),
    customer: text().optional(),
    created: range.optional(),
    expand,
  }),
  answers: "charges",
  work: ({ standIn, params }) => {
    const { payment_intent, customer, created } = params;
    const charges = Object.values(standIn.world.charges)
      .filter((each) => payment_intent === undefined || each.payment_intent === payment_intent)
      .filter((each) => customer === undefined || each.customer === customer)
      .filter((each) => isWithin(each.created, created))
      .reverse();
    return pageOf(charges, params, { url: "/v1/charges", kind: "charge" });
  },
});
