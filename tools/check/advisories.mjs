// Known advisories, from the registry or, if it can't be asked, from tools/check/advisories.json, a list kept by hand.
import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import semver from "semver";

/** Undefined if no installed version has a known serious vulnerability; otherwise the ones that do. */
export async function advisoriesProblem() {
  const { known, accepted } = JSON.parse(readFileSync("tools/check/advisories.json", "utf8"));
  const audit = await askRegistry();
  if (!audit) console.log("  The registry can't be asked: the advisories are from tools/check/advisories.json.");
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return (audit ? findSerious(audit, accepted) : findListed(packages, known)).join("\n") || undefined;
}

/** What `npm audit` reports; undefined if no registry can be asked. */
async function askRegistry() {
  const command = "npm audit --json --fetch-retries=0 --fetch-timeout=10000";
  // It exits with 1 if it found something, with the same output.
  const { stdout } = await promisify(exec)(command, { timeout: 30_000, maxBuffer: 50_000_000 }).catch((error) => error);
  try {
    const report = JSON.parse(stdout);
    return report.vulnerabilities ? report : undefined;
  } catch {
    return undefined;
  }
}

/** High and critical advisories that no one accepted; npm also lists a package for its dependencies, by name only. */
export function findSerious({ vulnerabilities }, accepted) {
  return Object.values(vulnerabilities)
    .flatMap(({ via }) => via)
    .filter(({ severity, url }) => /^(high|critical)$/.test(severity) && !accepted[url])
    .map(({ name, range, title, url }) => `${name} ${range}: ${title} (${url})`);
}

/** What the list says about the versions in package-lock.json. */
export function findListed(packages, known) {
  return Object.entries(packages).flatMap(([path, { name = path.split("node_modules/").at(-1), version }]) => {
    const advisory = known[name];
    const isAffected = advisory && semver.satisfies(version, advisory.range, { includePrerelease: true });
    return isAffected ? [`${name} ${version}: ${advisory.why}`] : [];
  });
}
