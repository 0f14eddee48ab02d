import { linkEarlierEntries } from "~/audit/link-earlier.server";
import { closeDatabase } from "~/platform/db/client.server";
import { migrate } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";

const applied = await migrate(env().DATABASE_URL);
await linkEarlierEntries();
await closeDatabase();
console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
