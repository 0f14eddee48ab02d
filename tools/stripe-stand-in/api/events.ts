import { z } from "zod";
import { pageOf } from "../objects/page";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./http/endpoint";
import { isWithin, pageParams } from "./params/list";
import { expand, flag, range, text } from "./params/params";

export const retrieveEvent = endpoint({
  method: "GET",
  path: "/v1/events/:id",
  params: z.strictObject({ expand }),
  answers: "leaf",
  work: ({ standIn, id }) => {
    const event = standIn.world.events[id];
    return event ? ok(event) : refuse(missingObject("event", id, "id"));
  },
});

export const listEvents = endpoint({
  method: "GET",
  path: "/v1/events",
  params: z.strictObject({
    ...pageParams,
    type: text().optional(),
    types: z.array(text()).min(1).max(20).optional(),
    created: range.optional(),
    delivery_success: flag.optional(),
    expand,
  }),
  answers: "leaf",
  work: ({ standIn, params }) => {
    const { type, types, created, delivery_success } = params;
    const events = Object.values(standIn.world.events)
      .filter((event) => type === undefined || isOfType(event.type, type))
      .filter((event) => types === undefined || types.includes(event.type))
      .filter((event) => isWithin(event.created, created))
      .filter((event) => delivery_success === undefined || (event.pending_webhooks === 0) === delivery_success)
      .reverse();
    return pageOf(events, params, { url: "/v1/events", kind: "event" });
  },
});

/** `wanted` may be a group: `refund.*`. */
function isOfType(type: string, wanted: string): boolean {
  return wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
