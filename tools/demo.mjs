// `npm run demo`: everything from an empty checkout to an open shop, with Node alone.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { checkNode, prepareShop, runQuietly } from "./prepare.mjs";
import { step } from "./step.mjs";

const shopPort = Number(process.env.PORT ?? 3000);
const standInPort = Number(process.env.STAND_IN_PORT ?? 4242);
const folder = process.env.DEMO_DATA ?? "data";

checkNode();
await refuseUsedPort(shopPort, "PORT");
await refuseUsedPort(standInPort, "STAND_IN_PORT");
await prepareShop();
// Whatever the demo writes is for this user only (SECURITY 38), but not the packages: tests as root run PostgreSQL as another user.
process.umask(0o077);

const secrets = readSecrets();
const env = {
  ...process.env,
  NODE_ENV: "production",
  SHOP_MODE: "demo",
  SHOP_URL: `http://localhost:${shopPort}`,
  PORT: String(shopPort),
  DATABASE_URL: `file:${folder}/shop.sqlite`,
  SECRETS: secrets.cookies,
  STRIPE_SECRET_KEY: "sk_test_stand_in",
  STRIPE_WEBHOOK_SECRETS: secrets.webhook,
  STRIPE_API: `http://127.0.0.1:${standInPort}`,
  MAIL: `file:${folder}/mail`,
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  STAND_IN_PORT: String(standInPort),
  STAND_IN_DATA: `${folder}/stripe-stand-in`,
  STAND_IN_WEBHOOK_URL: `http://127.0.0.1:${shopPort}/stripe/webhook`,
  STAND_IN_WEBHOOK_SECRET: secrets.webhook,
  STAND_IN_MERCHANT: "Demonstration shop",
};

const fill = [process.execPath, ["--import", "tsx", "tools/demo/fill-database.ts"], { env }];
console.log(await step("Filling the database", () => runQuietly(...fill)));
const children = [
  spawn(process.execPath, ["--import", "tsx", "tools/stripe-stand-in/main.ts"], { env, stdio: "inherit" }),
  spawn(process.execPath, ["build/server/index.js"], { env, stdio: "inherit" }),
];
stopTogether(children);
await step("Opening the shop", () => untilOpen(`http://127.0.0.1:${shopPort}/healthz`));
console.log(`
The shop is open:   http://localhost:${shopPort}
Staff sign in at:   http://localhost:${shopPort}/staff
Mail is read at:    http://localhost:${shopPort}/dev/mail (written to ${folder}/mail)
Stop with Ctrl+C; the data stays in ${folder}/.
`);

function refuseUsedPort(port, name) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      console.error(
        `Port ${port} is in use. Stop the program using it, or choose another one: ${name}=${port + 1} npm run demo`,
      );
      process.exit(1);
    });
    server.listen(port, "127.0.0.1", () => server.close(resolve));
  });
}

/** Generated once and kept with the data, so cookies and links from earlier runs stay valid. */
function readSecrets() {
  const file = join(folder, "secrets.json");
  mkdirSync(folder, { recursive: true });
  // An earlier version may have made them for everybody.
  chmodSync(folder, 0o700);
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return JSON.parse(readFileSync(file, "utf8"));
  }
  const made = { cookies: randomBytes(32).toString("hex"), webhook: `whsec_${randomBytes(24).toString("hex")}` };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

function stopTogether(all) {
  let stopping = false;
  const stop = () => {
    stopping = true;
    for (const child of all) child.kill("SIGTERM");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  for (const child of all)
    child.once("exit", (code) => {
      if (!stopping) console.error("One of the two processes ended; stopping the other.");
      process.exitCode ||= stopping ? 0 : code || 1;
      stop();
    });
}

async function untilOpen(address) {
  for (;;) {
    if (children.some((child) => child.exitCode !== null)) return process.exit(1);
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
