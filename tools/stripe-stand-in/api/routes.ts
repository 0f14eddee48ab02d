import { Router, text } from "express";
import { invalidRequest } from "../objects/problem";
import type { StandIn } from "../stand-in";
import { listBalanceTransactions, retrieveBalance, retrieveBalanceTransaction } from "./balance";
import { listCharges, retrieveCharge } from "./charges";
import { createCustomer, retrieveCustomer } from "./customers";
import { listDisputes, retrieveDispute, updateDispute } from "./disputes";
import { listEvents, retrieveEvent } from "./events";
import { createFile, retrieveFile } from "./files";
import { problemAnswer } from "./http/answer";
import { readUpload } from "./http/multipart";
import { requireKeyAndVersion, send, serveEndpoints } from "./http/serve";
import { createPaymentIntent, retrievePaymentIntent } from "./payment-intents";
import { listPayouts, retrievePayout } from "./payouts";
import { createRefund, listRefunds, retrieveRefund } from "./refunds";
import { createSession, expireSession, listLineItems, listSessions, retrieveSession } from "./sessions";
import { createCalculation, listCalculationLines } from "./tax";

/** The part of Stripe's API that the shop uses. A new endpoint is one more description and one more line here. */
export function apiRoutes(standIn: StandIn): Router {
  const router = Router();
  router.use("/v1", readUpload, text({ type: () => true, limit: "1mb" }), requireKeyAndVersion);
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
  serve(createPaymentIntent);
  serve(retrievePaymentIntent);
  serve(listCharges);
  serve(retrieveCharge);
  serve(createRefund);
  serve(listRefunds);
  serve(retrieveRefund);
  serve(listDisputes);
  serve(retrieveDispute);
  serve(updateDispute);
  serve(createFile);
  serve(retrieveFile);
  serve(retrieveBalance);
  serve(listBalanceTransactions);
  serve(retrieveBalanceTransaction);
  serve(listPayouts);
  serve(retrievePayout);
  serve(listEvents);
  serve(retrieveEvent);
  router.use("/v1", (request, response) => {
    const message = `Unrecognized request URL (${request.method}: ${request.originalUrl}). The stand-in supports only what the shop uses.`;
    send(response, problemAnswer({ ...invalidRequest(message), status: 404 }));
  });
  return router;
}
