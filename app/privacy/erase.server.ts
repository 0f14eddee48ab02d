import { z } from "zod";
import { writeAudit } from "~/audit/audit.server";
import type { CustomerKey } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { erasureSteps } from "./erasure-steps.server";
import { addressesOf, type Obstacle, readObstacles } from "./person.server";
import { erasedKey } from "./tombstone.server";

const Addresses = z.array(z.string());

/** Steps that a request waits for; a job takes the rest. */
const stepsInRequest = 20;
const stepsInRound = 200;

/** SECURITY 62: erases the person's data, or as much as fits into a request; the job goes on. `by` is a staff member's e-mail, or
 *  "customer". Fails while an order of theirs is open. */
export async function erasePerson(
  customerKey: CustomerKey,
  by: string,
): Promise<Result<{ isDone: boolean }, Obstacle[]>> {
  const obstacles = await readObstacles(customerKey);
  if (obstacles.length > 0) return failed(obstacles);
  const addresses = await addressesOf(customerKey);
  const id = await transaction(async (tx) => {
    const at = await databaseNow(tx);
    await tx.customerSession.deleteMany({ where: { customer: { customerKey } } });
    const open = await tx.erasure.findFirst({ where: { customerKey, doneAt: null } });
    if (open) return open.id;
    const erasure = await tx.erasure.create({ data: { customerKey, addresses, requestedAt: at, requestedBy: by } });
    await writeAudit(tx, { actor: by, action: "privacy.erasure-requested", subject: `erasure:${erasure.id}`, at });
    return erasure.id;
  });
  return ok({ isDone: await continueErasure(id, stepsInRequest) });
}

/** The job: goes on with what a request began. */
export async function continueErasures(steps = stepsInRound): Promise<void> {
  const open = await db().erasure.findMany({ where: { doneAt: null }, orderBy: { requestedAt: "asc" }, take: 100 });
  for (const { id } of open)
    try {
      await continueErasure(id, steps);
    } catch (error) {
      log.error({ err: error, erasure: id }, "an erasure failed and will be tried again");
    }
}

/** Each step is a transaction of its own and harmless if repeated, so it doesn't matter who takes it, or where it was killed. */
async function continueErasure(id: string, steps: number): Promise<boolean> {
  const erasure = await db().erasure.findUniqueOrThrow({ where: { id } });
  if (erasure.doneAt) return true;
  const { customerKey } = erasure;
  const addresses = Addresses.parse(erasure.addresses);
  let left = steps;
  for (const step of erasureSteps) {
    while (await step({ customerKey, addresses, erasureId: id })) {
      left -= 1;
      if (left === 0) return false;
    }
  }
  // An order that was opened meanwhile keeps it waiting.
  if ((await db().order.count({ where: { customerKey } })) > 0) return false;
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    const { count } = await tx.erasure.updateMany({
      where: { id, doneAt: null },
      data: { doneAt: at, customerKey: erasedKey, addresses: [] },
    });
    if (count > 0) await writeAudit(tx, { actor: "erasure", action: "privacy.erased", subject: `erasure:${id}`, at });
  });
  return true;
}
