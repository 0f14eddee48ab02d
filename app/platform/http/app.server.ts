import { randomUUID } from "node:crypto";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import { href } from "~/addresses/href";
import { isNoindex } from "~/addresses/search-engines";
import { safePath } from "~/platform/http/safe-path";
import type { Environment } from "../env.server";
import { log, withRequest } from "../log.server";
import { newSecret } from "../secrets.server";
import type { ShopContext } from "./load-context";
import { isOtherLoopbackName, isOwnOrigin } from "./origin";
import { redactPath } from "./redact-path";
import { securityHeaders } from "./security-headers.server";

const maximumBody = 1_000_000;
const machinePaths = new Set([href("stripeWebhook")]);

type Parts = {
  env: Environment;
  /** Rejects with a reason if the shop can't serve requests. */
  checkHealth: () => Promise<void>;
  /** Records that a request from elsewhere was refused. */
  auditRefusal: (refusal: { action: string; subject: string }) => Promise<void>;
  /** Remix's handler. */
  pages: (request: Request, response: Response, next: NextFunction) => void;
};

/** The HTTP server around the pages: request ids, headers, limits, origin checks, and static files. */
export function createApp({ env, checkHealth, auditRefusal, pages }: Parts): express.Express {
  const app = express();
  app.disable("x-powered-by");
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
    // Documents other than HTML need the header.
    if (isNoindex(request.path)) response.setHeader("X-Robots-Tag", "noindex");
    next();
  });
  app.use(compression());

  app.get("/healthz", async (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    try {
      await checkHealth();
      response.json({ status: "ok" });
    } catch (error) {
      log.error({ err: error }, "health check failed");
      response.status(503).json({ status: "unavailable" });
    }
  });

  app.use((request, response, next) => {
    const { method, originalUrl, headers } = request;
    if (method !== "GET" || !isOtherLoopbackName(headers.host, env.SHOP_URL)) return next();
    response.redirect(307, `${env.SHOP_URL}${safePath(originalUrl)}`);
  });
  // No path contains a NUL, and PostgreSQL rejects a query with one.
  app.use((request, response, next) => (request.url.includes("%00") ? refuse(response, 404, "Not found.") : next()));
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static("build/client", { maxAge: "1h", index: false }));

  app.use((request, response, next) => {
    const { method, path, headers } = request;
    if (!isOwnOrigin({ method, path, origin: headers.origin }, env.SHOP_URL, machinePaths)) {
      const page = redactPath(path);
      log.warn({ method, path: page, origin: headers.origin }, "refused: not from this shop's own pages");
      const why = `This request didn’t come from one of our pages. Go to ${env.SHOP_URL} and try again.`;
      const answer = () => refuse(response, 403, why);
      return void auditRefusal({ action: "request.refused", subject: `page:${page}` }).then(answer, next);
    }
    if (isUnsupportedForm(request)) return refuse(response, 415, "Send a form as application/x-www-form-urlencoded.");
    // Chunked bodies have no length to check up front; neither browser forms nor webhooks send them.
    if (headers["transfer-encoding"]) return refuse(response, 411, "Send the request with a Content-Length.");
    if (Number(headers["content-length"] ?? 0) > maximumBody)
      return refuse(response, 413, "This request is too large.");
    next();
  });

  // Pages always see the shop's own origin, so a forged Host header can't change the links we write.
  app.use((request, _response, next) => {
    request.headers.host = new URL(env.SHOP_URL).host;
    delete request.headers["x-forwarded-host"];
    next();
  });
  app.use(pages);
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, "request failed");
    if (response.headersSent) return next(error);
    refuse(
      response,
      status,
      status >= 500 ? "Something went wrong on our side. Please try again in a minute." : "Not found.",
    );
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

/** Our forms use no other encoding, so anything else is refused before it is parsed. */
function isUnsupportedForm({ method, path, headers }: Request): boolean {
  if (method !== "POST" || machinePaths.has(path)) return false;
  return !/^application\/x-www-form-urlencoded\b/i.test(headers["content-type"] ?? "");
}

function refuse(response: Response, status: number, message: string): void {
  response.setHeader("Cache-Control", "no-store");
  response.status(status).type("text/plain; charset=utf-8").send(`${message}\n`);
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

function logWhenDone(request: Request, response: Response): void {
  const began = process.hrtime.bigint();
  const path = redactPath(request.path);
  response.once("close", () => {
    const milliseconds = Number((process.hrtime.bigint() - began) / 1_000_000n);
    const facts = { method: request.method, path, status: response.statusCode, milliseconds };
    if (path.startsWith("/assets/") || path === "/healthz") log.debug(facts, "request");
    else log.info(facts, "request");
  });
}
