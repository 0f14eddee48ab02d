import { closeDatabase } from "~/platform/db/client.server";
import { migrate } from "~/platform/db/migrate.server";
import { seedSampleShop } from "../../../prisma/worlds/sample-shop/seed";
import { testEnvironment } from "../shop/environment";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the migrated and seeded sample shop is: a SQLite file, or a PostgreSQL database to copy. */
    templateUrl: string;
  }
}

/** A migrated database with the sample shop as of today, to be copied for each test file. */
export async function makeTemplate(databaseUrl: string): Promise<void> {
  Object.assign(process.env, testEnvironment, { DATABASE_URL: databaseUrl, MAIL: "file:./unused" });
  await migrate(databaseUrl);
  await seedSampleShop({ mode: "test", at: new Date() });
  await closeDatabase();
}
