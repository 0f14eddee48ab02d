import { z } from "zod";
import { pageOf } from "../objects/page";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./http/endpoint";
import { isWithin, pageParams } from "./params/list";
import { expand, range } from "./params/params";

export const retrievePayout = endpoint({
  method: "GET",
  path: "/v1/payouts/:id",
  params: z.strictObject({ expand }),
  answers: "payout",
  work: ({ standIn, id }) => {
    const found = standIn.world.payouts[id];
    return found ? ok(found) : refuse(missingObject("payout", id, "payout"));
  },
});

export const listPayouts = endpoint({
  method: "GET",
  path: "/v1/payouts",
  params: z.strictObject({
    ...pageParams,
    status: z.enum(["pending", "paid", "failed", "canceled"]).optional(),
    created: range.optional(),
    arrival_date: range.optional(),
    expand,
  }),
  answers: "payouts",
  work: ({ standIn, params }) => {
    const payouts = Object.values(standIn.world.payouts)
      .filter((payout) => params.status === undefined || payout.status === params.status)
      .filter((payout) => isWithin(payout.created, params.created))
      .filter((payout) => isWithin(payout.arrival_date, params.arrival_date))
      .reverse();
    return pageOf(payouts, params, { url: "/v1/payouts", kind: "payout" });
  },
});
