import { z } from "zod";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./endpoint";
import { expand } from "./params";

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
