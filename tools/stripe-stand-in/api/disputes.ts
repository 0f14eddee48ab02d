import type Stripe from "stripe";
import { z } from "zod";
import { answer } from "../flow/dispute";
import { isOpen } from "../objects/dispute";
import { pageOf } from "../objects/page";
import { invalidRequest, missingObject, ok, type Result, refuse } from "../objects/problem";
import type { World } from "../world";
import { endpoint } from "./http/endpoint";
import { Evidence, unknownFile } from "./params/evidence";
import { isWithin, pageParams } from "./params/list";
import { expand, flag, range, text } from "./params/params";

export const retrieveDispute = endpoint({
  method: "GET",
  path: "/v1/disputes/:id",
  params: z.strictObject({ expand }),
  answers: "dispute",
  work: ({ standIn, id }) => findDispute(standIn.world, id),
});

export const listDisputes = endpoint({
  method: "GET",
  path: "/v1/disputes",
  params: z.strictObject({
    ...pageParams,
    charge: text().optional(),
    payment_intent: text().optional(),
    created: range.optional(),
    expand,
  }),
  answers: "disputes",
  work: ({ standIn, params }) => {
    const { charge, payment_intent, created } = params;
    const disputes = Object.values(standIn.world.disputes)
      .filter((each) => charge === undefined || each.charge === charge)
      .filter((each) => payment_intent === undefined || each.payment_intent === payment_intent)
      .filter((each) => isWithin(each.created, created))
      .reverse();
    return pageOf(disputes, params, { url: "/v1/disputes", kind: "dispute" });
  },
});

/** Evidence is submitted immediately unless `submit` is false, in which case it is only saved, as at Stripe. */
export const updateDispute = endpoint({
  method: "POST",
  path: "/v1/disputes/:id",
  params: z.strictObject({ evidence: Evidence.default({}), submit: flag.default(true), expand }),
  answers: "dispute",
  work: ({ standIn, id, params: { evidence, submit }, cause }) => {
    const found = findDispute(standIn.world, id);
    if (!found.ok) return found;
    if (!isOpen(found.value)) return refuse(invalidRequest("This dispute is already closed."));
    if (found.value.evidence_details.past_due) {
      return refuse(invalidRequest("This dispute is past its evidence due date and can no longer be updated."));
    }
    const problem = unknownFile(standIn.world, evidence);
    if (problem) return refuse(problem);
    return ok(answer(standIn, found.value, { evidence, submit }, cause));
  },
});

function findDispute(world: World, id: string): Result<Stripe.Dispute> {
  const found = world.disputes[id];
  return found ? ok(found) : refuse(missingObject("dispute", id, "dispute"));
}
