import { setTimeout as wait } from "node:timers/promises";
import type { Request, Response, Router } from "express";
import { arrangedAnswer, type Effect, takeFault } from "../../controls/faults";
import { apiVersion } from "../../flow/emit";
import { newId } from "../../ids";
import { invalidRequest } from "../../objects/problem";
import type { StandIn } from "../../stand-in";
import { type Answer, type Asked, answerGet, problemAnswer } from "./answer";
import { answerOnce } from "./answer-once";
import { refuseKey } from "./auth";
import type { Endpoint } from "./endpoint";

/** Key first, then version: objects exist in one version only, so any other must fail loudly. */
export function requireKeyAndVersion(request: Request, response: Response, next: () => void): void {
  response.set("Request-Id", newId("request"));
  const problem = refuseKey(request.get("authorization"));
  const version = request.get("stripe-version") ?? apiVersion;
  if (problem) send(response, problemAnswer(problem));
  else if (version === apiVersion) next();
  else
    send(response, problemAnswer(invalidRequest(`The stand-in supports ${apiVersion}; this request uses ${version}.`)));
}

/** Returns the function that adds endpoints to the router. They share the keys in use: a key belongs to the account. */
export function serveEndpoints(router: Router, standIn: StandIn) {
  const keysInUse = new Set<string>();
  return function serve<P extends { expand: string[] }>(endpoint: Endpoint<P>): void {
    const method = endpoint.method === "GET" ? "get" : "post";
    router[method](endpoint.path, async (request, response, next) => {
      const fault = takeFault(standIn.settings.faults, request.method, request.path, standIn.clock.now());
      const effect = fault?.effect;
      if (fault && fault.delayMs > 0) await wait(fault.delayMs, undefined, { ref: false });
      const early = effect?.kind === "status" && !effect.remembered ? arrangedAnswer(effect) : undefined;
      if (effect?.kind === "reset-before-work") request.socket.destroy();
      else if (early) send(response, early);
      else if (effect?.kind !== "hang-before-work") {
        const asked = readRequest(request, response);
        await answer(standIn, endpoint, asked, keysInUse, effect).then(
          (answered) => finish(request, response, answered, effect),
          next,
        );
      }
    });
  };
}

async function answer<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  asked: Asked,
  keysInUse: Set<string>,
  effect: Effect | undefined,
): Promise<Answer> {
  if (endpoint.method === "GET") return arrangedAnswer(effect) ?? answerGet(standIn, endpoint, asked);
  return answerOnce(standIn, endpoint, asked, keysInUse, arrangedAnswer(effect));
}

function readRequest(request: Request, response: Response): Asked {
  const query = new URL(request.originalUrl, "http://stand-in").search.slice(1);
  return {
    path: request.path,
    id: request.params.id ?? "",
    form: request.method === "GET" ? query : typeof request.body === "string" ? request.body : "",
    requestId: response.get("Request-Id") ?? "",
    key: request.get("idempotency-key") ?? null,
  };
}

/** Sends the response, unless a fault is arranged. A request left hanging ends when its client gives up. */
function finish(request: Request, response: Response, answer: Answer, effect: Effect | undefined): void {
  const key = request.get("idempotency-key");
  if (key !== undefined) response.set("Idempotency-Key", key);
  if (effect?.kind === "reset-after-work") request.socket.destroy();
  else if (effect?.kind !== "hang-after-work") send(response, answer);
}

export function send(response: Response, { status, body, headers }: Answer): void {
  response.set("Stripe-Version", apiVersion).set(headers).status(status).json(body);
}
