// `npm run generate`: generates both database clients from prisma/models. They are committed, so building, running, and testing
// the shop doesn't need Prisma's command line.
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

/** What the committed clients were generated from, and the result. */
const currentSeal = () => `${hashOf([...sources, ...clients])}\n`;

/** Undefined if the committed clients match the schema; otherwise what to do. */
export function clientsProblem() {
  if (readFileSync(seal, "utf8") === currentSeal()) return undefined;
  return "app/platform/prisma doesn't match prisma/models. Run `npm run generate` and commit the result.";
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
