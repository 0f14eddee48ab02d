import { existsSync } from "node:fs";
import type { Server } from "node:http";
// @ts-expect-error Remix's plugin generates this module from the routes at build time.
import * as build from "virtual:remix/server-build";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import gracefulShutdown from "http-graceful-shutdown";
import { linkEarlierEntries } from "./audit/link-earlier.server";
import { auditRefusal } from "./audit/refusal.server";
import { jobs } from "./jobs.server";
import { closeDatabase, db } from "./platform/db/client.server";
import { findDamage } from "./platform/db/integrity.server";
import { missingMigrations } from "./platform/db/migrate.server";
import { EnvironmentError, env } from "./platform/env.server";
import { checkHealth } from "./platform/health.server";
import { contextOf, createApp } from "./platform/http/app.server";
import { createHttpServer } from "./platform/http/http-server.server";
import { startJobs } from "./platform/jobs.server";
import { log } from "./platform/log.server";

/** A startup error the operator can fix; printed without a stack trace. */
class StartError extends Error {}

async function checkDatabase(): Promise<void> {
  const damage = await findDamage(env().DATABASE_URL);
  if (damage)
    throw new StartError(
      `The database file is damaged: ${damage}\nKeep a copy of it, restore the latest backup, and start again. See Backup in docs/operating.md.`,
    );
  const missing = await missingMigrations(env().DATABASE_URL).catch((error: Error) => {
    throw new StartError(
      `The database can't be reached: ${error.message}\nCheck DATABASE_URL and make sure its server is running.`,
    );
  });
  if (missing.length > 0)
    throw new StartError(
      `The database lacks ${missing.length} migration(s): ${missing.join(", ")}.\nRun: npm run migrate`,
    );
  const shop = await db().shop.findUnique({ where: { id: 1 }, select: { mode: true } });
  if (!shop) throw new StartError("The database has no shop yet.\nRun: npm run seed");
  if (shop.mode !== env().SHOP_MODE)
    throw new StartError(
      `This database belongs to a ${shop.mode} shop, but SHOP_MODE is ${env().SHOP_MODE}.\nUse the database for that mode; the two never mix.`,
    );
}

function listen(app: ReturnType<typeof createApp>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createHttpServer(app).listen(env().PORT, env().HOST);
    server.once("listening", () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      reject(new StartError(`Port ${env().PORT} is in use.\nStop the program using it, or set PORT to another port.`));
    });
  });
}

/** Finishes running requests, accepts no new ones, then closes the database. Idle and preopened connections are closed
 *  too, or the server would wait for clients to drop them. */
function stopOnSignal(server: Server, stopJobs: () => Promise<void>): void {
  const closeServer = gracefulShutdown(server, { signals: "", forceExit: false, timeout: 14_000 });
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), 15_000).unref();
    await Promise.all([closeServer(), stopJobs()]);
    await closeDatabase();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
}

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  await checkDatabase();
  await linkEarlierEntries();
  const remix = createRequestHandler({
    build: build as unknown as ServerBuild,
    mode: "production",
    getLoadContext: contextOf,
  });
  const app = createApp({
    env: env(),
    checkHealth,
    auditRefusal,
    pages: remix,
  });
  const server = await listen(app);
  stopOnSignal(server, startJobs(jobs, env().SWEEP_SECONDS).stop);
  const address = server.address();
  log.info({ port: typeof address === "object" ? address?.port : address, url: env().SHOP_URL }, "the shop is open");
}

start().catch((error: unknown) => {
  if (error instanceof StartError || error instanceof EnvironmentError) console.error(error.message);
  else log.fatal({ err: error }, "the shop could not start");
  process.exit(1);
});
