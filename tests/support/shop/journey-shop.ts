// A seeded shop on a fresh SQLite file, in its own processes: prints one line of JSON once it is open, and ends with its
// standard input.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFirstStaffMember } from "~/accounts/staff-members.server";
import { closeDatabase } from "~/platform/db/client.server";
import { migrate } from "~/platform/db/migrate.server";
import { seedSampleShop } from "../../../prisma/worlds/sample-shop/seed";
import { testEnvironment } from "./environment";
import { startShop } from "./running-shop";

const folder = mkdtempSync(join(tmpdir(), "collimator-journey-"));
const database = join(folder, "shop.sqlite");
const mail = join(folder, "mail");
const environment = { DATABASE_URL: `file:${database}`, MAIL: `file:${mail}` };
Object.assign(process.env, testEnvironment, environment);

await migrate(environment.DATABASE_URL);
await seedSampleShop({ mode: "test", at: new Date() });
const staff = await createFirstStaffMember();
await closeDatabase();

const shop = await startShop({ databaseUrl: environment.DATABASE_URL, mail: environment.MAIL });
console.log(JSON.stringify({ url: shop.url, standIn: shop.standIn.url, database, mail, staff }));

process.stdin.resume();
process.stdin.once("end", async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
