// `npm test`: installs what the tests need, runs the checks and every test, and ends with one line of counts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, checkNode, installPackages, programOf } from "./prepare.mjs";

checkNode();
installPackages();
build();
const { chromiumPath } = await import("./chromium.mjs");
const CHROMIUM = await chromiumPath();
const { runChecks } = await import("./check.mjs");

const reports = mkdtempSync(join(tmpdir(), "collimator-reports-"));
const counts = [await runChecks(), runVitest(), runJourneys()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function runVitest() {
  const file = join(reports, "vitest.json");
  const code = runTests("vitest", "vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile=${file}`]);
  const report = readReport(file);
  return count(code, report?.numPassedTests, report?.numFailedTests);
}

function runJourneys() {
  const file = join(reports, "journeys.json");
  const code = runTests("@playwright/test", "playwright", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const stats = readReport(file)?.stats;
  return count(code, stats?.expected, stats && stats.unexpected + stats.flaky);
}

function runTests(packageName, name, args, env = {}) {
  const { status } = spawnSync(process.execPath, [programOf(packageName, name), ...args], {
    stdio: "inherit",
    env: { ...process.env, CHROMIUM, ...env },
  });
  return status;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A runner that ended badly without naming a failed test failed all the same. */
function count(code, passedTests = 0, failedTests = 0) {
  return { passed: passedTests, failed: code === 0 ? failedTests : Math.max(1, failedTests) };
}
