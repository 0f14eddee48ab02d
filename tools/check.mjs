// `npm run check`: formatter and linter, types, import rules, unused files and dependencies, cited rules, the two schemas.
// Every check runs, even if another fails.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { advisoriesProblem } from "./check/advisories.mjs";
import { checkRules } from "./check/rules.mjs";
import { clientsProblem } from "./generate.mjs";
import { programOf } from "./prepare.mjs";

const checks = [
  ["format and lint", () => program("@biomejs/biome", "biome", ["ci", "--colors=off", "."])],
  ["types", () => program("typescript", "tsc", ["--noEmit"])],
  [
    "import rules",
    () =>
      program("dependency-cruiser", "depcruise", [
        "app",
        "tools",
        "tests",
        "prisma/worlds",
        "--config",
        ".dependency-cruiser.cjs",
      ]),
  ],
  ["unused files, exports, and dependencies", () => program("knip", "knip", [])],
  ["every cited rule exists and is tested", checkRules],
  ["one schema for both databases", sameModels],
  ["the committed database clients fit the schema", clientsProblem],
  ["no known vulnerable version", advisoriesProblem],
];

/** Runs all checks in parallel and returns how many passed and failed. */
export async function runChecks() {
  const results = await Promise.all(
    checks.map(async ([name, check]) => {
      const problem = await check();
      console.log(problem ? `✗ ${name}\n${problem}` : `✓ ${name}`);
      return !problem;
    }),
  );
  return { passed: results.filter(Boolean).length, failed: results.filter((passed) => !passed).length };
}

/** Undefined if the program succeeds; otherwise its output. */
async function program(packageName, name, args) {
  try {
    await promisify(execFile)(process.execPath, [programOf(packageName, name), ...args], { maxBuffer: 50_000_000 });
  } catch ({ message, stdout = "", stderr = "" }) {
    return `${stdout}${stderr}`.slice(0, 20_000) || message;
  }
}

/** Also if a checkout has turned the links to prisma/models into something else. */
function sameModels() {
  const read = (folder) =>
    readdirSync(folder)
      .sort()
      .map((file) => `${file}\n${readFileSync(join(folder, file), "utf8")}`)
      .join("\n");
  const models = read("prisma/models");
  for (const database of ["sqlite", "postgresql"])
    if (read(realpathSync(`prisma/${database}/models`)) !== models)
      return `prisma/${database}/models differs from prisma/models`;
  const names = (database) =>
    readdirSync(`prisma/${database}/migrations`)
      .filter((name) => !name.includes("."))
      .sort();
  if (names("sqlite").join() !== names("postgresql").join()) return "the databases do not have the same migrations";
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const counts = await runChecks();
  if (process.env.REPORT) writeFileSync(process.env.REPORT, JSON.stringify(counts));
  process.exit(counts.failed > 0 ? 1 : 0);
}
