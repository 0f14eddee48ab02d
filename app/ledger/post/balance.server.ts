import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { postMovements } from "./movements.server";
import { readMovements } from "./read-movements.server";
import { readOldestUnpostedOrder } from "./unposted.server";

const minute = 60_000;
/** How far back a process looks first, from now and from the newest posted entry. */
const firstLookMinutes = 3 * 24 * 60;
/** Stripe may list transactions late, and its clock isn't ours. */
const overlapMinutes = 60;

/** Everything up to this time has been found and posted. */
let doneUntil: Date | undefined;

/** Posts movements of Stripe's balance that aren't in the ledger yet: fees, disputes, payouts, and anything missed elsewhere. Safe
 *  in several processes and if repeated. `time` defaults to the database's. */
export async function postBalance(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const from = doneUntil ? new Date(doneUntil.getTime() - overlapMinutes * minute) : await firstLook(at);
  const movements = await readMovements({ from });
  const waiting = await postMovements(movements);
  // Movements that couldn't be posted are tried again next time, as long as a first look would find them.
  const oldest = movements.find(({ id }) => waiting.has(id))?.at ?? at;
  doneUntil = new Date(Math.max(Math.min(oldest.getTime(), at.getTime()), at.getTime() - firstLookMinutes * minute));
}

/** Starts before the newest entry that only this job writes, or at the oldest order whose payment isn't posted, so orders older
 *  than the ledger are found. */
async function firstLook(at: Date): Promise<Date> {
  const [newest, unposted] = await Promise.all([
    db().ledgerEntry.findFirst({
      where: { kind: { in: ["fee", "payout", "dispute"] } },
      orderBy: [{ day: "desc" }, { at: "desc" }],
      select: { at: true },
    }),
    readOldestUnpostedOrder(),
  ]);
  const starts = [at, ...(newest ? [newest.at] : [])].map((each) => each.getTime() - firstLookMinutes * minute);
  return new Date(Math.min(...starts, unposted?.createdAt.getTime() ?? Number.POSITIVE_INFINITY));
}
