// What the commands in README.md need before anything else, with Node alone: packages, database clients, the build.
// Each step is skipped while its inputs are unchanged.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./step.mjs";

const stamps = "node_modules/.collimator";
const npmCi = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
const onWindows = process.platform === "win32";

/** Runs a command and shows its output; exits with its code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) throw error;
  if (status !== 0) fail(command, args, status);
}

/** The same in the background: returns the command's output, and shows it only if it fails. */
export async function runQuietly(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const status = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (status === 0) return said;
  console.error(`\n${said}`);
  fail(command, args, status);
}

function fail(command, args, status) {
  console.error(`\n${command} ${args.join(" ")} failed.`);
  process.exit(status ?? 1);
}

/** The JavaScript file of an installed package's program: `node_modules/.bin` doesn't hold one on every system. */
export function programOf(packageName, program, root = ".") {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, bin[program]);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`This shop needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Everything, including the tools for tests and checks. */
export function installPackages() {
  if (isDone("install")) return;
  console.log("Installing packages (once, one to two minutes) ...");
  run("npm", npmCi, { shell: onWindows });
  removeObjectFiles();
  markDone("install");
}

/** What it takes to build and run the shop, and the build. SQLite is compiled, if no prebuilt copy can be downloaded,
 *  while the shop is being built. */
export async function prepareShop() {
  let sqlite;
  if (!isDone("install") && !isDone("install-shop")) {
    // A folder that someone set up for development stays complete.
    const omit = existsSync("node_modules") ? [] : ["--omit=dev"];
    const install = [...npmCi, "--ignore-scripts", ...omit];
    await step("Installing packages", () => runQuietly("npm", install, { shell: onWindows }));
    const scripts = omit.length > 0 ? ["better-sqlite3"] : [];
    sqlite = step("Preparing SQLite", () => runQuietly("npm", ["rebuild", ...scripts], { shell: onWindows })).then(
      () => {
        removeObjectFiles();
        markDone(omit.length > 0 ? "install-shop" : "install");
      },
    );
  }
  const built = isDone("build") ? undefined : step("Building the shop", () => runQuietly(...buildCommand()));
  await Promise.all([sqlite, built?.then(() => markDone("build"))]);
}

export function build() {
  if (isDone("build")) return;
  console.log("Building the shop ...");
  run(...buildCommand());
  markDone("build");
}

const buildCommand = () => [
  process.execPath,
  [programOf("@remix-run/dev", "remix"), "vite:build", "--logLevel", "error"],
  { env: { ...process.env, NODE_ENV: "production" } },
];

/** 15 MB that the compiler leaves behind. */
function removeObjectFiles() {
  const release = "node_modules/better-sqlite3/build/Release";
  for (const name of ["obj", "obj.target"]) rmSync(join(release, name), { recursive: true, force: true });
}

const inputs = {
  install: ["package-lock.json"],
  "install-shop": ["package-lock.json"],
  build: ["app", "public", "vite.config.ts", "remix.config.js", "package-lock.json"],
};
const outputs = {
  install: ["node_modules/.bin"],
  "install-shop": ["node_modules/.bin"],
  build: ["build/server/index.js", "build/client"],
};

/** Whether the work was done for exactly these files and this Node. */
function isDone(name) {
  const stamp = join(stamps, name);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === stampOf(name) &&
    outputs[name].every((path) => existsSync(path))
  );
}

function markDone(name) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), stampOf(name));
}

const stampOf = (name) => `${process.version} ${hashOf(inputs[name])}`;

export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hashInto(hash, path);
  return hash.digest("hex");
}

function hashInto(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) hashInto(hash, `${path}/${name}`);
    return;
  }
  hash.update(path).update(readFileSync(path));
}
