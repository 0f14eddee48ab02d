import { Router, text } from "express";
import { invalidRequest } from "../objects/problem";
import type { StandIn } from "../stand-in";
import { problemAnswer } from "./answer";
import { createCustomer, retrieveCustomer } from "./customers";
import { listEvents, retrieveEvent } from "./events";
import { retrievePaymentIntent } from "./payment-intents";
import { createRefund, listRefunds, retrieveRefund } from "./refunds";
import { refuseStrangers, send, serveEndpoints } from "./serve";
import { createSession, expireSession, listLineItems, listSessions, retrieveSession } from "./sessions";
import { createCalculation, listCalculationLines } from "./tax";

/** The part of Stripe's API that the shop uses. Another endpoint is one more description and one more line here. */
export function apiRoutes(standIn: StandIn): Router {
  const router = Router();
  router.use("/v1", text({ type: () => true, limit: "1mb" }), refuseStrangers);
  const serve = serveEndpoints(router, standIn);
  serve(createCustomer);
  serve(retrieveCustomer);
  serve(createCalculation);
  serve(listCalculationLines);
  serve(createSession);
  serve(listSessions);
  serve(retrieveSession);
  serve(expireSession);
  serve(listLineItems);
  serve(retrievePaymentIntent);
  serve(createRefund);
  serve(listRefunds);
  serve(retrieveRefund);
  serve(listEvents);
  serve(retrieveEvent);
  router.use("/v1", (request, response) => {
    const message = `Unrecognized request URL (${request.method}: ${request.originalUrl}). The stand-in knows only what the shop uses.`;
    send(response, problemAnswer({ ...invalidRequest(message), status: 404 }));
  });
  return router;
}
