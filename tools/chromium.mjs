// Finds a Chromium for the browser tests and screenshots, and installs one if there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium. CHROMIUM overrides it. */
export async function chromiumPath() {
  const found = await find();
  if (found) return found;
  console.log("Installing Chromium (once) ...");
  installFromDebian();
  if (!(await find())) spawnSync("npx", ["playwright", "install", "--with-deps", "chromium"], { stdio: "inherit" });
  const installed = await find();
  if (installed) return installed;
  throw new Error("No Chromium was found or could be installed. Install one and set CHROMIUM to its path.");
}

async function find() {
  const { chromium } = await import("@playwright/test");
  return [process.env.CHROMIUM, ...places, chromium.executablePath()].find((path) => path && existsSync(path));
}

function installFromDebian() {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "chromium"],
  ])
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
}
