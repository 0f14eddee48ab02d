import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import type { CustomerKey } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { lockStockRow } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

/** Gives rows of a mailbox the key it has now, where an older version wrote another one: two spellings of one mailbox become one
 *  customer. Returns how many keys changed. Safe to repeat and to interrupt, also while the shop is open: each key is one
 *  transaction. */
export async function rekeyMailboxes(): Promise<number> {
  let changed = 0;
  for (const was of await storedKeys()) {
    const is = customerKeyOf(was);
    if (is === was) continue;
    if (await transaction((tx) => rekey(tx, was, is))) changed += 1;
  }
  return changed;
}

/** Every key that any row has. */
async function storedKeys(): Promise<Set<CustomerKey>> {
  const rows = await db().$queryRaw<{ key: CustomerKey }[]>`
    SELECT "customerKey" AS "key" FROM "Customer" UNION SELECT "customerKey" FROM "Order" UNION SELECT "customerKey" FROM "StockHold"
    UNION SELECT "customerKey" FROM "StockCustomer" UNION SELECT "participantKey" FROM "Enrollment" WHERE "participantKey" IS NOT NULL
    UNION SELECT "participantKey" FROM "Certificate" WHERE "participantKey" IS NOT NULL
    UNION SELECT "customerKey" FROM "Erasure" UNION SELECT "email" FROM "SignInLink" UNION SELECT "email" FROM "StaffMember"`;
  return new Set(rows.map(({ key }) => key));
}

/** False if nothing could change: what is left is unique, and the mailbox has one already. */
async function rekey(tx: Queries, was: CustomerKey, is: CustomerKey): Promise<boolean> {
  const orders = await tx.order.updateMany({ where: { customerKey: was }, data: { customerKey: is } });
  const counts = [
    orders.count,
    await moveStock(tx, was, is),
    await moveCustomer(tx, was, is),
    (await tx.enrollment.updateMany({ where: { participantKey: was }, data: { participantKey: is } })).count,
    await moveCertificates(tx, was, is),
    (await tx.signInLink.updateMany({ where: { email: was }, data: { email: is } })).count,
    await moveStaff(tx, was, is),
    (await tx.erasure.updateMany({ where: { customerKey: was }, data: { customerKey: is } })).count,
  ];
  if (!counts.some((count) => count > 0)) return false;
  await writeAudit(tx, {
    actor: "operator",
    action: "customer.rekeyed",
    subject: "customer:mailbox",
    before: { key: was },
    after: { key: is },
    at: now(),
  });
  return true;
}

/** Units that both spellings took count together, so the customer can be above a limit and gets nothing more. */
async function moveStock(tx: Queries, was: CustomerKey, is: CustomerKey): Promise<number> {
  const rows = await tx.stockCustomer.findMany({ where: { customerKey: was }, orderBy: { stockId: "asc" } });
  for (const { stockId } of rows) {
    await lockStockRow(tx, stockId);
    const { taken } = await tx.stockCustomer.delete({ where: { stockId_customerKey: { stockId, customerKey: was } } });
    await tx.stockCustomer.upsert({
      where: { stockId_customerKey: { stockId, customerKey: is } },
      create: { stockId, customerKey: is, taken },
      update: { taken: { increment: taken } },
    });
  }
  const holds = await tx.stockHold.updateMany({ where: { customerKey: was }, data: { customerKey: is } });
  return rows.length + holds.count;
}

async function moveCustomer(tx: Queries, was: CustomerKey, is: CustomerKey): Promise<number> {
  const old = await tx.customer.findUnique({ where: { customerKey: was } });
  if (!old) return 0;
  const kept = await tx.customer.findUnique({ where: { customerKey: is } });
  if (kept) {
    await tx.customerSession.updateMany({ where: { customerId: old.id }, data: { customerId: kept.id } });
    await tx.customer.delete({ where: { id: old.id } });
  } else await tx.customer.update({ where: { id: old.id }, data: { customerKey: is, email: is } });
  return 1;
}

/** A second certificate for the same course stays as it was issued, under the old key. */
async function moveCertificates(tx: Queries, was: CustomerKey, is: CustomerKey): Promise<number> {
  const has = await tx.certificate.findMany({ where: { participantKey: is }, select: { courseId: true } });
  const { count } = await tx.certificate.updateMany({
    where: { participantKey: was, courseId: { notIn: has.map(({ courseId }) => courseId) } },
    data: { participantKey: is },
  });
  return count;
}

/** An account whose new address is taken stays: staff decide which of the two to disable. */
async function moveStaff(tx: Queries, was: CustomerKey, is: CustomerKey): Promise<number> {
  if (await tx.staffMember.findUnique({ where: { email: is }, select: { id: true } })) return 0;
  return (await tx.staffMember.updateMany({ where: { email: was }, data: { email: is } })).count;
}
