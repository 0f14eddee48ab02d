import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { testEnvironment } from "./environment";
import { freePort } from "./free-port";
import { type ShopProcess, startOwnProcess, startWarmProcess } from "./shop-process";

type Options = {
  databaseUrl: string;
  mail: string;
  sweepSeconds?: number;
  /** Additional variables for every web process. */
  env?: Record<string, string>;
};

export type RunningShop = {
  url: string;
  standIn: RunningStandIn;
  /** Starts another web process on the same database; returns its URL. Pages still belong to `url`'s origin. */
  addProcess: () => Promise<string>;
  /** `kill -9` on every web process. */
  kill: () => Promise<void>;
  /** Starts the (first) web process again after `kill`, optionally with other variables. */
  restart: (changes?: Record<string, string>) => Promise<void>;
  /** Posts to a control of the stand-in; returns its JSON. */
  control: (path: string, body: object) => Promise<unknown>;
  close: () => Promise<void>;
};

/** The built shop as real processes, with a Stripe stand-in that sends properly signed webhooks. */
export async function startShop({ databaseUrl, mail, sweepSeconds = 1, env: further }: Options): Promise<RunningShop> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const standIn = await startStandIn({
    webhookUrl: `${url}/stripe/webhook`,
    webhookSecret: testEnvironment.STRIPE_WEBHOOK_SECRETS,
    retryBaseMs: 100,
    merchant: "Test shop",
  });
  const env = {
    ...process.env,
    ...testEnvironment,
    NODE_ENV: "production" as const,
    SHOP_URL: url,
    DATABASE_URL: databaseUrl,
    STRIPE_API: standIn.url,
    MAIL: mail,
    LOG_LEVEL: process.env.SHOP_LOG ?? "silent",
    SWEEP_SECONDS: String(sweepSeconds),
    ...further,
  };
  const processes: ShopProcess[] = [];
  const variables = (onPort: number, changes: Record<string, string> = {}) => ({
    ...env,
    PORT: String(onPort),
    ...changes,
  });
  const close = async () => {
    for (const shop of processes.splice(0)) await shop.stop();
    await standIn.close();
  };
  const start = async (onPort: number) => void processes.push(await startWarmProcess(variables(onPort)));
  try {
    await start(port);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    standIn,
    addProcess: async () => {
      const another = await freePort();
      await start(another);
      return `http://127.0.0.1:${another}`;
    },
    kill: async () => {
      await Promise.all(processes.splice(0).map((shop) => shop.kill()));
    },
    restart: async (changes) => void processes.push(await startOwnProcess(variables(port, changes))),
    control: async (path, body) => {
      const response = await fetch(`${standIn.url}/_control/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`control ${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    close,
  };
}
