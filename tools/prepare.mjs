// What the commands of README.md need before anything else, with Node alone: packages, database clients, the build.
// Each step is skipped while what it depends on is unchanged.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamps = "node_modules/.collimator";

/** Runs a command with its output shown; exits with its code where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) throw error;
  if (status !== 0) {
    console.error(`\n${command} ${args.join(" ")} failed.`);
    process.exit(status ?? 1);
  }
}

/** The same, but what it says is shown only where it fails. */
function runQuietly(command, args, options) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (status === 0) return;
  console.error(`${stdout}${stderr}\n${command} ${args.join(" ")} failed.`);
  process.exit(status ?? 1);
}

/** The JavaScript file of an installed package's program: what `node_modules/.bin` leads to is not one on every system. */
export function programOf(packageName, program) {
  const folder = join("node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, bin[program]);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`This shop needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

export function installPackages() {
  once("install", ["package-lock.json"], () => {
    console.log("Installing packages (once, about two minutes) ...");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { shell: process.platform === "win32" });
  });
}

/** Prisma's command line wants to download an engine that `generate` never calls; any executable stands in for it. */
export function generateClients() {
  once("generate", ["prisma/models", "prisma/sqlite/schema.prisma", "prisma/postgresql/schema.prisma"], () => {
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
    for (const DATABASE of ["sqlite", "postgresql"])
      runQuietly(process.execPath, [programOf("prisma", "prisma"), "generate"], { env: { ...env, DATABASE } });
  });
}

export function build() {
  once("build", ["app", "prisma/models", "public", "vite.config.ts", "remix.config.js", "package-lock.json"], () => {
    console.log("Building the shop ...");
    run(process.execPath, [programOf("@remix-run/dev", "remix"), "vite:build", "--logLevel", "error"], {
      env: { ...process.env, NODE_ENV: "production" },
    });
  });
}

/** Does the work unless it was done for these very files. */
function once(name, inputs, work) {
  const stamp = join(stamps, name);
  const hash = hashOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash && outputs[name].every((path) => existsSync(path)))
    return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
}

const outputs = {
  install: ["node_modules/.bin"],
  generate: ["app/platform/prisma/sqlite", "app/platform/prisma/postgresql"],
  build: ["build/server/index.js", "build/client"],
};

function hashOf(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) hashInto(hash, input);
  return hash.digest("hex");
}

function hashInto(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) hashInto(hash, join(path, name));
    return;
  }
  hash.update(path).update(readFileSync(path));
}
