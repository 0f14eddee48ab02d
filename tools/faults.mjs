// `npm run faults`: carries out every fault on both databases and prints the results. Exits with 1 if any failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, checkNode, installPackages, programOf } from "./prepare.mjs";

checkNode();
installPackages();
build();

const names = namesOf(readFileSync("tests/faults/fault.ts", "utf8"));
const columns = ["sqlite", "postgresql"].map((database) => ({ database, ...run(database) }));
const width = Math.max(...names.map((name) => name.length));
console.log(`\n${"Fault".padEnd(width)}  ${columns.map(({ database }) => database).join("  ")}`);
const faultsNotGreen = names.filter((name) => {
  const cells = columns.map(({ results }) =>
    verdictOf(results.filter(({ title }) => title.startsWith(`FAULT ${name}:`))),
  );
  console.log(
    `${name.padEnd(width)}  ${cells.map((cell, index) => cell.padEnd(columns[index].database.length)).join("  ")}`,
  );
  return cells.some((cell) => cell !== "green");
});
for (const { database, status, results } of columns) {
  for (const { title } of results.filter((result) => result.status !== "passed"))
    console.log(`not passed on ${database}: ${title}`);
  // A file that couldn't even be loaded has no failed tests.
  if (status !== 0) console.log(`the tests on ${database} ended with ${status}: see above`);
}
const isGreen = faultsNotGreen.length === 0 && columns.every(({ status }) => status === 0);
console.log(isGreen ? "\nAll green." : `\nNot green: ${faultsNotGreen.length} of ${names.length} faults.`);
process.exit(isGreen ? 0 : 1);

function verdictOf(results) {
  if (results.length === 0) return "NOT TESTED";
  return results.every(({ status }) => status === "passed") ? "green" : "RED";
}

function namesOf(source) {
  const list = source.slice(source.indexOf("["), source.indexOf("] as const"));
  return [...list.matchAll(/"(.+)"/g)].map(([, name]) => name);
}

function run(database) {
  const folder = mkdtempSync(join(tmpdir(), "collimator-faults-"));
  const file = join(folder, "faults.json");
  const vitest = [programOf("vitest", "vitest"), "run", "--project", database, "tests/faults"];
  const { status, signal } = spawnSync(
    process.execPath,
    [...vitest, "--reporter=default", "--reporter=json", `--outputFile=${file}`],
    { stdio: "inherit" },
  );
  const results = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8")).testResults.flatMap(({ assertionResults }) => assertionResults)
    : [];
  rmSync(folder, { recursive: true });
  return { status: status ?? signal, results };
}
