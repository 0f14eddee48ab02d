// `npm run generate`: makes both database clients from prisma/models. They are committed: nobody who only builds, runs or tests
// the shop needs Prisma's command line.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hashOf } from "./prepare.mjs";
import { runPrisma } from "./prisma.mjs";

const databases = ["sqlite", "postgresql"];
const clients = databases.map((database) => `app/platform/prisma/${database}`);
const seal = "app/platform/prisma/made-from.sha256";
const sources = [
  "prisma/models",
  ...databases.map((database) => `prisma/${database}/schema.prisma`),
  "tools/prisma/package.json",
];

/** What the committed clients were made from, and what came of it. */
const currentSeal = () => `${hashOf([...sources, ...clients])}\n`;

/** Undefined where the committed clients are what the schema gives; what to do otherwise. */
export function clientsProblem() {
  if (readFileSync(seal, "utf8") === currentSeal()) return undefined;
  return "app/platform/prisma is not what prisma/models gives. Run `npm run generate` and commit what it makes.";
}

export function generateClients() {
  for (const client of clients) rmSync(client, { recursive: true, force: true });
  for (const DATABASE of databases) {
    // Prisma's command line wants to download an engine that `generate` never calls; any executable stands in for it.
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env, DATABASE };
    runPrisma(["generate"], env);
  }
  writeFileSync(seal, currentSeal());
}

if (process.argv[1]?.endsWith("generate.mjs")) generateClients();
