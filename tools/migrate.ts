import { migrate } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";

const applied = await migrate(env().DATABASE_URL);
console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
