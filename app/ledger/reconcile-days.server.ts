import { addDays, type Day, dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { readShop } from "~/shop/shop.server";
import { daysToCheck } from "./days-to-check";
import { reconcile } from "./reconcile.server";

const hour = 3_600_000;

/** Once a day: the day that has ended, those before it again, since things come late, and those that no process was there to
 *  check. Safe in several processes. `time` is the database's where it is not told. */
export async function reconcileDays(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const { timeZone } = await readShop();
  // An hour after midnight Stripe has listed what moved before it.
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
      // One day that can't be checked now must not hold up the others; it is tried again next time.
      log.error({ err: error, day }, "a day could not be reconciled");
    }
  }
}
