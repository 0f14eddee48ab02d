import { addDays, type Day, dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { readShop } from "~/shop/shop.server";
import { reconcile } from "./day.server";
import { daysToCheck } from "./days-to-check";

const hour = 3_600_000;

/** Once a day: the day that has just ended, the days before it again, since data can arrive late, and days when no process was
 *  running. Safe in several processes. `time` defaults to the database's. */
export async function reconcileDays(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const { timeZone } = await readShop();
  // An hour after midnight, Stripe has listed the day's movements.
  const today = dayIn(new Date(at.getTime() - hour), timeZone);
  const rows = await db().reconciliation.findMany({
    where: { day: { lt: today } },
    orderBy: { day: "desc" },
    take: 40,
    select: { day: true, checkedAt: true },
  });
  const checked = new Map<Day, Day>(
    rows.map(({ day, checkedAt }) => [day, dayIn(new Date(checkedAt.getTime() - hour), timeZone)]),
  );
  for (const day of daysToCheck(addDays(today, -1), checked)) {
    try {
      await reconcile(day, { time });
    } catch (error) {
      // A day that can't be checked now must not block the others; it is retried next time.
      log.error({ err: error, day }, "a day could not be reconciled");
    }
  }
}
