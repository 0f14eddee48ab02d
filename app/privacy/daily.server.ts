import { dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { sweptIds } from "./retention";
import { sweepBatch } from "./sweep.server";

const name = "retention";
/** Of one round of the background jobs, so the shop stops without waiting for a million rows. */
const batchesPerRound = 100;
const claimMinutes = 5;
/** The sweep of a day begins at 3 AM in the store's time zone. Milliseconds. */
const quietHour = 3 * 60 * 60 * 1000;

/** The job (SECURITY 60): sweeps each row of the table once a day. Each round goes on where the last one of any process stopped;
 *  one that was killed loses its round, and another process goes on when its claim ends. */
export async function sweepDaily(
  time?: Date,
  { batches = batchesPerRound, batchSize }: { batches?: number; batchSize?: number } = {},
): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const { timeZone } = await readShop();
  const claimed = await claim(dayIn(new Date(at.getTime() - quietHour), timeZone), at);
  if (!claimed) return;
  let { step, last } = claimed;
  let removed = 0;
  for (let left = batches; left > 0; left--) {
    const id = sweptIds[step];
    if (!id) break;
    const swept = await sweepBatch(id, last, at, batchSize);
    removed += swept.removed;
    last = swept.next ?? "";
    if (swept.next === undefined) step += 1;
  }
  if (removed > 0) log.info({ removed }, "old data removed");
  const { claimedBy } = claimed;
  await db().dailyJob.updateMany({ where: { name, claimedBy }, data: { step, last, claimedUntil: at } });
}

/** Where to go on; undefined if the day is done, or another process is at it. */
async function claim(day: string, at: Date) {
  const known =
    (await db().dailyJob.findUnique({ where: { name } })) ??
    (await db().dailyJob.upsert({
      where: { name },
      create: { name, day, step: 0, last: "", claimedUntil: at, claimedBy: "" },
      update: { name },
    }));
  const { step, last } = known.day === day ? known : { step: 0, last: "" };
  if (step >= sweptIds.length) return undefined;
  const claimedBy = newSecret();
  const { count } = await db().dailyJob.updateMany({
    where: { name, claimedUntil: { lte: at }, claimedBy: known.claimedBy },
    data: { day, step, last, claimedBy, claimedUntil: new Date(at.getTime() + claimMinutes * 60_000) },
  });
  return count === 0 ? undefined : { step, last, claimedBy };
}
