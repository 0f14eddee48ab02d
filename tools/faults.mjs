// `npm run faults`: does every fault on both databases and prints the table. Ends with 1 where one is not green.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, checkNode, generateClients, installPackages, programOf } from "./prepare.mjs";

checkNode();
installPackages();
generateClients();
build();

const names = namesOf(readFileSync("tests/faults/fault.ts", "utf8"));
const columns = ["sqlite", "postgresql"].map((database) => ({ database, results: run(database) }));
const width = Math.max(...names.map((name) => name.length));
console.log(`\n${"Fault".padEnd(width)}  ${columns.map(({ database }) => database).join("  ")}`);
let red = 0;
for (const name of names) {
  const cells = columns.map(({ database, results }) => {
    const own = results.filter(({ title }) => title.startsWith(`FAULT ${name}:`));
    const isGreen = own.length > 0 && own.every(({ status }) => status === "passed");
    if (!isGreen) red += 1;
    return (isGreen ? "green" : own.length > 0 ? "RED" : "NOT TESTED").padEnd(database.length);
  });
  console.log(`${name.padEnd(width)}  ${cells.join("  ")}`);
}
const others = columns.flatMap(({ results }) => results).filter(({ status }) => status !== "passed");
for (const { title } of others) console.log(`not passed: ${title}`);
console.log(red + others.length === 0 ? "\nAll green." : `\n${red} not green.`);
process.exit(red + others.length === 0 ? 0 : 1);

function namesOf(source) {
  const list = source.slice(source.indexOf("["), source.indexOf("] as const"));
  return [...list.matchAll(/"(.+)"/g)].map(([, name]) => name);
}

function run(database) {
  const file = join(mkdtempSync(join(tmpdir(), "collimator-faults-")), "faults.json");
  const vitest = [programOf("vitest", "vitest"), "run", "--project", database, "tests/faults"];
  spawnSync(process.execPath, [...vitest, "--reporter=default", "--reporter=json", `--outputFile=${file}`], {
    stdio: "inherit",
  });
  return JSON.parse(readFileSync(file, "utf8")).testResults.flatMap(({ assertionResults }) => assertionResults);
}
