// `npm run attack`: plays the attacker against a running shop of its own, or against yours in demo or test mode.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "~/platform/db/client.server";
import { testEnvironment } from "../tests/support/shop/environment";
import { type RunningShop, startShop } from "../tests/support/shop/running-shop";

const usage = `Usage:
  npm run attack                       attacks a shop that it starts and ends itself
  npm run attack -- --only read        only the groups whose name begins so
  npm run attack -- --shop http://localhost:3000
                                       attacks your shop in demo or test mode, with its environment (DATABASE_URL, SECRETS, …);
                                       two customers and a staff member stay behind in it
Ends with 1 if anything was let in.`;

type Place = { url: string; close: () => Promise<void> };

async function startOwn(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "collimator-attack-"));
  const environment = { DATABASE_URL: `file:${join(folder, "shop.sqlite")}`, MAIL: `file:${join(folder, "mail")}` };
  Object.assign(process.env, testEnvironment, environment);
  const { migrate } = await import("~/platform/db/migrate.server");
  const { seedSampleShop } = await import("../prisma/worlds/sample-shop/seed");
  await migrate(environment.DATABASE_URL);
  await seedSampleShop({ mode: "test", at: new Date() });
  const shop: RunningShop = await startShop({
    databaseUrl: environment.DATABASE_URL,
    mail: environment.MAIL,
    sweepSeconds: 0,
  });
  return {
    url: shop.url,
    close: async () => {
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Throws unless this is a shop on this machine that takes no real money. */
function operatorsShop(address: string): Place {
  const { origin, hostname } = new URL(address);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (!isHere) throw new Error("Only a shop on this machine is attacked: localhost, 127.0.0.1 or [::1].");
  if (!/^(demo|test)$/.test(process.env.SHOP_MODE ?? ""))
    throw new Error("Only a shop in demo or test mode is attacked.");
  return { url: origin, close: async () => undefined };
}

async function main(): Promise<boolean> {
  const options = { only: { type: "string" }, shop: { type: "string" }, help: { type: "boolean" } } as const;
  const { only, shop, help } = parseArgs({ options }).values;
  if (help) {
    console.log(usage);
    return true;
  }
  const place = shop === undefined ? await startOwn() : operatorsShop(shop);
  try {
    // They read the database when they are loaded.
    const { attack, summary } = await import("./attack/run");
    const { createCast } = await import("./attack/cast");
    const webhookSecret = process.env.STRIPE_WEBHOOK_SECRETS?.split(",")[0] ?? "";
    const rows = await attack({ url: place.url, webhookSecret, cast: await createCast() }, only);
    const { line, isGood } = summary(rows, only);
    console.log(line);
    return isGood;
  } finally {
    await closeDatabase();
    await place.close();
  }
}

process.exit((await main()) ? 0 : 1);
