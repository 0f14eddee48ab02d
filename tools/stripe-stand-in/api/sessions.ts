import type Stripe from "stripe";
import { z } from "zod";
import { expire } from "../flow/expire";
import { open } from "../flow/open";
import { pageOf } from "../objects/page";
import { missingObject, ok, type Result, refuse } from "../objects/problem";
import type { World } from "../world";
import { endpoint } from "./http/endpoint";
import { isWithin, pageParams } from "./params/list";
import { expand, range, text } from "./params/params";

import { checkSession, SessionParams } from "./params/session";

const OnlyExpand = z.strictObject({ expand });

export const createSession = endpoint({
  method: "POST",
  path: "/v1/checkout/sessions",
  params: SessionParams,
  answers: "session",
  check: checkSession,
  work: ({ standIn, params }) => open(standIn, params),
});

export const retrieveSession = endpoint({
  method: "GET",
  path: "/v1/checkout/sessions/:id",
  params: OnlyExpand,
  answers: "session",
  work: ({ standIn, id }) => findSession(standIn.world, id),
});

export const expireSession = endpoint({
  method: "POST",
  path: "/v1/checkout/sessions/:id/expire",
  params: OnlyExpand,
  answers: "session",
  work: ({ standIn, id, cause }) => {
    const session = findSession(standIn.world, id);
    return session.ok ? expire(standIn, session.value, cause) : session;
  },
});

export const listLineItems = endpoint({
  method: "GET",
  path: "/v1/checkout/sessions/:id/line_items",
  params: z.strictObject({ ...pageParams, expand }),
  answers: "lines",
  work: ({ standIn, params, id }) => {
    const session = findSession(standIn.world, id);
    if (!session.ok) return session;
    const url = `/v1/checkout/sessions/${id}/line_items`;
    return pageOf(standIn.world.lineItems[id] ?? [], params, { url, kind: "line_item" });
  },
});

export const listSessions = endpoint({
  method: "GET",
  path: "/v1/checkout/sessions",
  params: z.strictObject({
    ...pageParams,
    status: z.enum(["open", "complete", "expired"]).optional(),
    payment_intent: text().optional(),
    created: range.optional(),
    expand,
  }),
  answers: "sessions",
  work: ({ standIn, params }) => {
    const { status, payment_intent, created } = params;
    const sessions = Object.values(standIn.world.sessions)
      .filter((session) => status === undefined || session.status === status)
      .filter((session) => payment_intent === undefined || session.payment_intent === payment_intent)
      .filter((session) => isWithin(session.created, created))
      .reverse();
    return pageOf(sessions, params, { url: "/v1/checkout/sessions", kind: "checkout.session" });
  },
});

function findSession(world: World, id: string): Result<Stripe.Checkout.Session> {
  const session = world.sessions[id];
  return session ? ok(session) : refuse(missingObject("checkout.session", id, "session"));
}
