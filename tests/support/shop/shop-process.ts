import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { shortLived } from "./short-lived.mjs";

export type ShopProcess = {
  /** `kill -9`. */
  kill: () => Promise<void>;
  /** As after SIGTERM. */
  stop: () => Promise<void>;
};

type Variables = NodeJS.ProcessEnv;

const endWithParent = pathToFileURL(resolve("tests/support/shop/end-with-parent.mjs")).href;
/** Idle warm processes. Test files share them, though not this module. */
const worker = globalThis as { idleShops?: ChildProcess[] };
worker.idleShops ??= [];
const idle = worker.idleShops;

/** The built shop in its own process. */
export async function startOwnProcess(env: Variables): Promise<ShopProcess> {
  const shop = spawnNode(["--import", endWithParent, "build/server/index.js"], env);
  await untilOpen(shop, env);
  return { kill: () => end(shop, "SIGKILL"), stop: () => end(shop, "SIGTERM") };
}

/** The built shop in a process that ran other shops before. */
export async function startWarmProcess(env: Variables): Promise<ShopProcess> {
  const shop = idle.pop() ?? spawnNode(["tests/support/shop/warm-shop.mjs"], env);
  shop.send(env);
  await untilOpen(shop, env);
  return {
    kill: () => end(shop, "SIGKILL"),
    stop: async () => {
      if (idle.length > 0 || !isAlive(shop)) return end(shop, "SIGTERM");
      const stopped = once(shop, "message");
      shop.send("stop");
      await stopped;
      idle.push(shop);
    },
  };
}

function spawnNode(args: string[], env: Variables): ChildProcess {
  return spawn(process.execPath, [...shortLived, ...args], { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

async function end(shop: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isAlive(shop)) return;
  const ended = once(shop, "exit");
  shop.kill(signal);
  await ended;
}

function isAlive(shop: ChildProcess): boolean {
  return shop.exitCode === null && shop.signalCode === null;
}

async function untilOpen(shop: ChildProcess, { PORT }: Variables): Promise<void> {
  for (;;) {
    if (!isAlive(shop)) throw new Error(`the shop ended with ${shop.exitCode} before it opened`);
    try {
      if ((await fetch(`http://127.0.0.1:${PORT}/healthz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((again) => setTimeout(again, 50));
  }
}
