import { closeDatabase, db, isPostgresql } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";

/** From here on this process can't write its database, as on a full disk or a standby server. */
export async function makeReadOnly(): Promise<void> {
  if (!isPostgresql(env().DATABASE_URL)) {
    await db().$executeRawUnsafe("PRAGMA query_only = ON");
    return;
  }
  await closeDatabase();
  const url = new URL(env().DATABASE_URL);
  url.searchParams.set("options", "-c default_transaction_read_only=on");
  env().DATABASE_URL = url.href;
}
