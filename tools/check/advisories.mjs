// Known advisories (SECURITY 56): the registry is asked; tools/check/advisories.json, a list kept by hand, says which reach this shop
// and names what a registry that answers no audit can't.
import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import semver from "semver";

/** Undefined if what is installed has only advisories that are named and don't reach this shop; otherwise the others. */
export async function advisoriesProblem() {
  const named = JSON.parse(readFileSync("tools/check/advisories.json", "utf8"));
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const [everything, production] = await Promise.all([askRegistry(""), askRegistry("--omit=dev")]);
  if (!production) console.log("  The registry can't be asked: the advisories are from tools/check/advisories.json.");
  const problems = [
    ...findListed(packages, named),
    ...findUnnamed(production, named, /./),
    ...findUnnamed(everything, named, /^(high|critical)$/),
  ];
  return [...new Set(problems)].join("\n") || undefined;
}

/** What `npm audit` reports; undefined if no registry can be asked. */
async function askRegistry(options) {
  const command = `npm audit --json --fetch-retries=0 --fetch-timeout=10000 ${options}`;
  // It exits with 1 if it found something, with the same output.
  const { stdout } = await promisify(exec)(command, { timeout: 30_000, maxBuffer: 50_000_000 }).catch((error) => error);
  try {
    const report = JSON.parse(stdout);
    return report.vulnerabilities ? report : undefined;
  } catch {
    return undefined;
  }
}

/** Advisories of these severities that the list doesn't name; npm also lists a package for its dependencies, by name only. */
export function findUnnamed(audit, named, severities) {
  const urls = new Set(named.map(({ url }) => url));
  return Object.values(audit?.vulnerabilities ?? {})
    .flatMap(({ via }) => via)
    .filter(({ severity, url }) => url && severities.test(severity) && !urls.has(url))
    .map(({ name, range, title, url }) => `${name} ${range}: ${title} (${url})`);
}

/** What the list says of the versions in package-lock.json, and what the list itself lacks. */
export function findListed(packages, named) {
  const installed = Object.entries(packages).map(([path, { name = path.split("node_modules/").at(-1), version }]) => ({
    name,
    version,
  }));
  return named.flatMap(({ package: about, range, url, what, reachable, because }) => {
    const affected = installed.filter(
      ({ name, version }) => name === about && semver.satisfies(version, range, { includePrerelease: true }),
    );
    if (!what || !because || !/^(yes|no)$/.test(reachable) || (reachable === "no" && !url))
      return [
        `${about} ${range}: say what it is, whether it is reachable (yes or no) and because of what; with its url if not`,
      ];
    if (reachable === "yes")
      return affected.map(({ version }) => `${about} ${version}: ${what}; reachable: ${because}`);
    return affected.length > 0 ? [] : [`${about} ${range}: nothing installed has it any more; remove it from the list`];
  });
}
