import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { readMovements } from "./balance-transactions.server";
import { bookMovements } from "./book-movements.server";
import { readOldestUnbookedOrder } from "./unbooked.server";

const minute = 60_000;
/** How far back the first look of a process goes at least, and before the newest that was booked. */
const firstLookMinutes = 3 * 24 * 60;
/** Transactions can be listed late, and clocks are two. */
const overlapMinutes = 60;

/** Until when everything was found and booked. */
let doneUntil: Date | undefined;

/** Books what moved Stripe's balance and is not in the ledger: fees, disputes, payouts, and whatever was missed elsewhere. Safe in
 *  several processes and however often. `time` is the database's where it is not told. */
export async function bookBalance(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const from = doneUntil ? new Date(doneUntil.getTime() - overlapMinutes * minute) : await firstLook(at);
  const movements = await readMovements({ from });
  const waiting = await bookMovements(movements);
  // What waits is looked at again next time, for as long as a first look would find it.
  const oldest = movements.find(({ id }) => waiting.has(id))?.at ?? at;
  doneUntil = new Date(Math.max(Math.min(oldest.getTime(), at.getTime()), at.getTime() - firstLookMinutes * minute));
}

/** From before the newest entry that only this job writes, or from before the oldest order whose payment is not booked: those
 *  that are older than the ledger are found so. */
async function firstLook(at: Date): Promise<Date> {
  const [newest, unbooked] = await Promise.all([
    db().ledgerEntry.findFirst({
      where: { kind: { in: ["fee", "payout", "dispute"] } },
      orderBy: [{ day: "desc" }, { at: "desc" }],
      select: { at: true },
    }),
    readOldestUnbookedOrder(),
  ]);
  const starts = [at, ...(newest ? [newest.at] : [])].map((each) => each.getTime() - firstLookMinutes * minute);
  return new Date(Math.min(...starts, unbooked?.createdAt.getTime() ?? Number.POSITIVE_INFINITY));
}
