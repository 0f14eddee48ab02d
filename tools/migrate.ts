import { linkEarlierEntries } from "~/audit/link-earlier.server";
import { closeDatabase } from "~/platform/db/client.server";
import { migrate } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";
import { rekeyMailboxes } from "./rekey-mailboxes";

const applied = await migrate(env().DATABASE_URL);
await linkEarlierEntries();
console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
const changed = await rekeyMailboxes();
if (changed > 0) console.log(`Mailboxes with another spelling now: ${changed}.`);
await closeDatabase();
