import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { checkIntegrity } from "~/platform/db/integrity.server";
import { env } from "~/platform/env.server";
import { readShop } from "./shop.server";

/** A night begins at 3 AM in the store's time zone, when few people shop. Milliseconds. */
const quietHour = 3 * 60 * 60 * 1000;

/** The night of this process's last check; the first is the one at start. */
let checkedOn: string | undefined;

/** The job: checks the database file once a night. */
export async function checkDatabaseNightly(): Promise<void> {
  const { timeZone } = await readShop();
  const night = dayIn(new Date(now().getTime() - quietHour), timeZone);
  const isDue = checkedOn !== undefined && checkedOn !== night;
  if (isDue) await checkIntegrity(env().DATABASE_URL);
  checkedOn = night;
}
