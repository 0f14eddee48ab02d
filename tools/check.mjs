// `npm run check`: formatter and linter, types, import rules, unused files and dependencies, cited rules, the two schemas.
// Every check runs, whatever another says.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { checkRules } from "./check-rules.mjs";
import { generateClients, programOf } from "./prepare.mjs";

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
  ["unused files, exports and dependencies", () => program("knip", "knip", [])],
  ["every cited rule exists and is tested", checkRules],
  ["one schema for both databases", sameModels],
  ["no known vulnerable version", noAdvisory],
];

/** Runs every check, all at once, and answers how many passed and failed. */
export async function runChecks() {
  generateClients();
  const results = await Promise.all(
    checks.map(async ([name, check]) => {
      const problem = await check();
      console.log(problem ? `✗ ${name}\n${problem}` : `✓ ${name}`);
      return !problem;
    }),
  );
  return { passed: results.filter(Boolean).length, failed: results.filter((passed) => !passed).length };
}

/** Undefined where the program ends well; what it said otherwise. */
async function program(packageName, name, args) {
  try {
    await promisify(execFile)(process.execPath, [programOf(packageName, name), ...args], { maxBuffer: 50_000_000 });
  } catch ({ message, stdout = "", stderr = "" }) {
    return `${stdout}${stderr}`.slice(0, 20_000) || message;
  }
}

/** Also where a checkout has made the links to prisma/models into something else. */
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

/** The registry's audit is not asked at test time: the list is kept by hand in tools/advisories.json. */
function noAdvisory() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const advisories = JSON.parse(readFileSync("tools/advisories.json", "utf8"));
  const found = Object.entries(packages).flatMap(([path, { version }]) => {
    const name = path.split("node_modules/").at(-1);
    const advisory = advisories[name];
    return advisory && isBelow(version, advisory.fixedIn, advisory.from) ? [`${name} ${version}: ${advisory.why}`] : [];
  });
  return found.join("\n") || undefined;
}

/** Whether `from` <= version < `fixedIn`, by their numbers. */
function isBelow(version, fixedIn, from = "0.0.0") {
  return compare(version, fixedIn) < 0 && compare(version, from) >= 0;
}

function compare(a, b) {
  const [one, other] = [a, b].map((text) => text.split("-")[0].split(".").map(Number));
  for (let index = 0; index < 3; index++) if (one[index] !== other[index]) return one[index] - other[index];
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await runChecks();
  process.exit(failed > 0 ? 1 : 0);
}
