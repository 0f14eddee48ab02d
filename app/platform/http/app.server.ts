import { randomUUID } from "node:crypto";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import { isPublicPage } from "~/addresses/public-pages";
import { isNoindex } from "~/addresses/search-engines";
import { safePath } from "~/platform/http/safe-path";
import type { Environment } from "../env.server";
import { log, withRequest } from "../log.server";
import { newSecret } from "../secrets.server";
import { beforeHeaders } from "./before-headers";
import { turnsFor } from "./guard/costly";
import { isOtherLoopbackName, readAbsoluteForm } from "./guard/origin";
import { type Asked, type Refusal, refusedRequest, refusedTarget } from "./guard/refusal";
import { retryAfter } from "./guard/turns";
import type { ShopContext } from "./load-context";
import { redactPath } from "./redact-path";
import { securityHeaders } from "./security-headers.server";

const healthPath = "/healthz";

type Parts = {
  env: Environment;
  /** Rejects with a reason, fit to be shown, if the shop can't take orders. */
  checkHealth: () => Promise<void>;
  /** Records that a request from elsewhere was refused. */
  auditRefusal: (refusal: { action: string; subject: string }) => Promise<void>;
  /** Remix's handler. */
  pages: (request: Request, response: Response, next: NextFunction) => void | Promise<void>;
};

/** The HTTP server around the pages: request ids, headers, limits, origin checks, and static files. */
export function createApp({ env, checkHealth, auditRefusal, pages }: Parts): express.Express {
  const app = express();
  app.disable("x-powered-by");
  // Remix reads the query itself; Express would parse every one with qs as well.
  app.set("query parser", false);
  // Trust forwarded headers only from the configured proxy (SECURITY 4.1.3).
  app.set("trust proxy", env.TRUSTED_PROXY ?? false);

  app.use((request, response, next) => {
    const requestId = randomUUID();
    response.locals.nonce = newSecret();
    response.locals.requestId = requestId;
    response.setHeader("X-Request-Id", requestId);
    withRequest({ requestId, clientAddress: request.ip, userAgent: request.headers["user-agent"] }, () => {
      logWhenDone(request, response);
      next();
    });
  });
  app.use(securityHeaders(env));
  app.use((request, response, next) => {
    const sent = readAbsoluteForm(request.url);
    if (sent) {
      request.headers.host = sent.host;
      request.url = request.originalUrl = sent.url;
    }
    const refused = refusedTarget(askedBy(request));
    if (refused) return refuse(request, response, refused);
    // Documents other than HTML need the header.
    if (isNoindex(request.path) || isForData(request)) response.setHeader("X-Robots-Tag", "noindex");
    next();
  });
  app.use(compression());

  // For any host: load balancers ask by the machine's address.
  app.get(healthPath, async (_request, response) => {
    response.setHeader("Cache-Control", noStore);
    try {
      await checkHealth();
      response.json({ status: "ok" });
    } catch (error) {
      log.error({ err: error }, "health check failed");
      response.status(503).json({ status: "unavailable", reason: (error as Error).message });
    }
  });

  app.use((request, response, next) => {
    const { method, originalUrl, headers } = request;
    if (/^(GET|HEAD)$/.test(method) && isOtherLoopbackName(headers.host, env.SHOP_URL)) {
      response.setHeader("Cache-Control", noStore);
      return response.redirect(307, `${env.SHOP_URL}${safePath(originalUrl)}`);
    }
    const refused = refusedRequest(askedBy(request), { origin: env.SHOP_URL, port: request.socket.localPort ?? 0 });
    if (!refused) return next();
    const answer = () => refuse(request, response, refused);
    if (refused.status !== 403) return answer();
    auditRefusal({ action: "request.refused", subject: `page:${redactPath(request.path)}` }).then(answer, next);
  });
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static("build/client", { maxAge: "1h", index: false, redirect: false }));

  // Pages always see the shop's own origin, so a forged Host header can't change the links we write.
  app.use((request, response, next) => {
    request.headers.host = new URL(env.SHOP_URL).host;
    delete request.headers["x-forwarded-host"];
    beforeHeaders(response, () => decideHeaders(request, response));
    next();
  });
  app.use(async (request, response, next) => {
    const [path = "", query = ""] = request.url.split("?", 2);
    const turns = turnsFor(path, query);
    if (!turns) return pages(request, response, next);
    const end = await turns.take(request.ip ?? "unknown");
    if (!end) return refuse(request, response, busy);
    try {
      // Whoever left while waiting needs no answer.
      if (!response.closed) await pages(request, response, next);
    } finally {
      end();
    }
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, "request failed");
    if (response.headersSent) return next(error);
    const message = status >= 500 ? "Something went wrong on our side. Please try again in a minute." : "Not found.";
    refuse(request, response, { status, message });
  });
  return app;
}

export function contextOf(request: Request, response: Response): ShopContext {
  return {
    nonce: response.locals.nonce,
    requestId: response.locals.requestId,
    clientAddress: request.ip ?? "unknown",
  };
}

function askedBy({ method, url, headers, rawHeaders }: Request): Asked {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  const hostCount = names.filter((name) => name.toLowerCase() === "host").length;
  return { method, url, headers, headerCount: names.length, hostCount };
}

/** Whether client-side navigation asks for a route's data, which has the page's own path. */
function isForData({ originalUrl }: Request): boolean {
  return new URLSearchParams(originalUrl.slice(originalUrl.indexOf("?") + 1)).has("_data");
}

const busy: Refusal = { status: 503, message: "The shop is very busy right now. Try again in a few seconds." };

const noStore = "no-store, private";

/** SECURITY 14.3.2, 55: no cache keeps anything but public pages, and none keeps their data. */
function decideHeaders(request: Request, response: Response): void {
  const { statusCode: status } = response;
  const isPublic = isPublicPage(request.path) && !isForData(request);
  const mayKeep = (status === 200 || status === 304) && isPublic && !response.hasHeader("Set-Cookie");
  if (!mayKeep) response.setHeader("Cache-Control", noStore);
  else if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-cache, private");
  if (status === 405) response.setHeader("Allow", request.method === "POST" ? "GET, HEAD" : "POST");
  if ((status === 429 || status === 503) && !response.hasHeader("Retry-After"))
    response.setHeader("Retry-After", String(retryAfter));
}

function refuse(request: Request, response: Response, { status, message, allow }: Refusal): void {
  const { method, path } = request;
  if (status === 403) log.warn({ method, path: redactPath(path), origin: request.headers.origin }, message);
  if (allow) response.setHeader("Allow", allow);
  if (status === 503) response.setHeader("Retry-After", String(retryAfter));
  response.setHeader("Cache-Control", noStore);
  response.status(status).type("text/plain; charset=utf-8").send(`${message}\n`);
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

function logWhenDone(request: Request, response: Response): void {
  const began = process.hrtime.bigint();
  const path = redactPath(request.path);
  const data = isForData(request) ? { data: true } : {};
  response.once("close", () => {
    const milliseconds = Number((process.hrtime.bigint() - began) / 1_000_000n);
    const facts = { method: request.method, path, ...data, status: response.statusCode, milliseconds };
    if (path.startsWith("/assets/") || path === healthPath) log.debug(facts, "request");
    else log.info(facts, "request");
  });
}
