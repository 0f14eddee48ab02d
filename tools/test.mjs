// `npm test`: installs what the tests need, runs the checks and every test, and ends with one line of counts.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { constants, freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { checkNode, installPackages, programOf } from "./prepare.mjs";
import { endSteps, runStep, steps } from "./test/run-step.mjs";

checkNode();
installPackages();
const { chromiumPath } = await import("./chromium.mjs");
const CHROMIUM = await chromiumPath();
const secondsToInstall = performance.now() / 1000;
const began = performance.now();

const folder = makeFolder();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop(signal));
// npm may be killed and leave us running.
const parent = process.ppid;
setInterval(() => process.ppid === parent || stop("SIGHUP"), 1000).unref();

const checking = runTests("checks", ["tools/check.mjs"]);
await buildShop();
// Three workers keep two cores busy, since tests wait a third of their time; next to them first the remaining checks, then one browser.
const vitest = [
  programOf("vitest", "vitest"),
  "run",
  "--reporter=default",
  "--reporter=./tools/test/vitest-report.mjs",
];
const testing = runTests("vitest", vitest);
await checking;
const playwright = [programOf("@playwright/test", "playwright"), "test", "--workers=1"];
const walking = runTests("journeys", [...playwright, "--reporter=list,./tools/test/playwright-report.mjs"]);
const reports = await Promise.all([checking, testing, walking]);
rmSync(folder, { recursive: true, force: true });

for (const [title, rows] of [
  ["Slowest files", slowest(reports.flatMap(({ files }) => files))],
  [`Steps (installing took ${secondsToInstall.toFixed(0)} s before them)`, [...steps, total()]],
]) {
  console.log(`\n${title}`);
  for (const { name, seconds, processorSeconds } of rows) {
    const processor =
      processorSeconds === undefined ? "" : `${processorSeconds.toFixed(0).padStart(6)} s of processor time`;
    console.log(`${seconds.toFixed(0).padStart(6)} s${processor}  ${name}`);
  }
}
const passed = reports.reduce((sum, report) => sum + report.passed, 0);
const failed = reports.reduce((sum, report) => sum + report.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** A folder for everything the tests write: in memory if there is room, since every database commit otherwise waits for the disk. */
function makeFolder() {
  const memory = "/dev/shm";
  removeLeft(memory);
  const made = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), `collimator-${process.pid}-`));
  // If we are root, PostgreSQL runs as its own user.
  chmodSync(made, 0o755);
  return made;
}

/** Also removes what a killed run has left. */
function removeLeft(parent) {
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const pid = Number(/^collimator-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch ({ code }) {
    return code === "EPERM";
  }
}

function hasRoom(memory) {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 * 2 ** 30 && freemem() > 6 * 2 ** 30;
}

async function buildShop() {
  const build = ["--input-type=module", "-e", '(await import("./tools/prepare.mjs")).build()'];
  if ((await runStep("build", build, { folder })) !== 0) await stop("SIGTERM");
}

/** A runner that failed without naming a failed test still counts as a failure. */
async function runTests(name, args) {
  const REPORT = join(folder, `${name}.json`);
  const code = await runStep(name, args, { folder, env: { CHROMIUM, REPORT, TMPDIR: folder } });
  const {
    passed,
    failed,
    files = [],
  } = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : { passed: 0, failed: 1 };
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), files };
}

function slowest(files) {
  return files.sort((a, b) => b.seconds - a.seconds).slice(0, 10);
}

function total() {
  const { user, system } = process.cpuUsage();
  const processorSeconds = steps.reduce((sum, step) => sum + step.processorSeconds, (user + system) / 1e6);
  return { name: "in total", seconds: (performance.now() - began) / 1000, processorSeconds };
}

async function stop(signal) {
  console.log(`\nStopping everything that was started ...`);
  await endSteps();
  rmSync(folder, { recursive: true, force: true });
  process.exit(128 + constants.signals[signal]);
}
