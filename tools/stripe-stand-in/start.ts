import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type NextFunction, type Request, type Response } from "express";
import { apiRoutes } from "./api/routes";
import { controlRoutes } from "./controls/routes";
import { updateSessionAddresses } from "./flow/open";
import type { StandInOptions } from "./options";
import { pageRoutes } from "./page/routes";
import { openStandIn, type StandIn } from "./stand-in";

export type { StandInOptions } from "./options";

/** A running stand-in. `url` has no trailing slash; `close` waits until everything is on disk. */
export type RunningStandIn = { url: string; port: number; close(): Promise<void> };

/**
 * Starts the stand-in on 127.0.0.1 and resolves once it listens. Rejects if the port is in use (`EADDRINUSE`) or the
 * data file can't be read.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<RunningStandIn> {
  const standIn = await openStandIn(options);
  const server = createServer(routesOf(standIn));
  const port = await listen(server, options.port ?? 0).catch(async (error) => {
    await standIn.close();
    throw error;
  });
  standIn.address = `http://127.0.0.1:${port}`;
  await standIn.change(() => updateSessionAddresses(standIn));
  return {
    url: standIn.address,
    port,
    close: async () => {
      await stopListening(server);
      await standIn.close();
    },
  };
}

function routesOf(standIn: StandIn): express.Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use(apiRoutes(standIn), controlRoutes(standIn), pageRoutes(standIn), answerBug);
  return app;
}

/** A bug or a full disk: reported once on standard error, and to the client in Stripe's format. */
function answerBug(error: Error & { status?: number }, request: Request, response: Response, next: NextFunction) {
  const status = error.status ?? 500;
  if (status >= 500) console.error(`${request.method} ${request.originalUrl} failed:`, error);
  if (response.headersSent) return next(error);
  const type = status >= 500 ? "api_error" : "invalid_request_error";
  response.status(status).json({ error: { type, message: error.message } });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Requests in progress are cut off: stopping must not wait for one that was set to hang. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
