// Known advisories: the registry is asked; where it can't be, tools/check/advisories.json answers, a list kept by hand.
import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import semver from "semver";

/** Undefined where no installed version has a known serious fault; which ones have otherwise. */
export async function advisoriesProblem() {
  const { known, accepted } = JSON.parse(readFileSync("tools/check/advisories.json", "utf8"));
  const audit = await askRegistry();
  if (!audit) console.log("  The registry answers no audit: advisories are those of tools/check/advisories.json.");
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return (audit ? seriousOnes(audit, accepted) : listedOnes(packages, known)).join("\n") || undefined;
}

/** What `npm audit` reports; undefined where no registry can be asked. */
async function askRegistry() {
  const command = "npm audit --json --fetch-retries=0 --fetch-timeout=10000";
  // It ends with 1 where it found something, and says so in the same way.
  const { stdout } = await promisify(exec)(command, { timeout: 30_000, maxBuffer: 50_000_000 }).catch((error) => error);
  try {
    const report = JSON.parse(stdout);
    return report.vulnerabilities ? report : undefined;
  } catch {
    return undefined;
  }
}

/** High and critical advisories that nobody accepted; npm also lists a package for what it depends on, by name alone. */
export function seriousOnes({ vulnerabilities }, accepted) {
  return Object.values(vulnerabilities)
    .flatMap(({ via }) => via)
    .filter(({ severity, url }) => /^(high|critical)$/.test(severity) && !accepted[url])
    .map(({ name, range, title, url }) => `${name} ${range}: ${title} (${url})`);
}

/** What the list says of the versions in package-lock.json. */
export function listedOnes(packages, known) {
  return Object.entries(packages).flatMap(([path, { name = path.split("node_modules/").at(-1), version }]) => {
    const advisory = known[name];
    const isAffected = advisory && semver.satisfies(version, advisory.range, { includePrerelease: true });
    return isAffected ? [`${name} ${version}: ${advisory.why}`] : [];
  });
}
