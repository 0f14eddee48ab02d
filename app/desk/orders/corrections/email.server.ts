import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { addresseeOf } from "~/mail/desk/addressee";
import { sendNow } from "~/mail/desk/resend.server";
import { retryNow } from "~/mail/desk/retry.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import type { EmailForm } from "./forms";

/** `kept`: units whose learner has handed in a test keep the old address, since the attempts and the certificate are theirs. */
export type Corrected = { kept: number };

/** Puts another address in the place of one that was typed wrong: the buyer's, a colleague's or a learner's.
 *
 *  With the buyer's address goes the order's customer key: by it an order is in somebody's account, so left behind it would
 *  show the order to a stranger and hide it from its buyer. What the order took of a customer limit stays counted under the
 *  address that was typed (PRICING 7: each hold has a key of its own): moved, it might exceed the other mailbox's limit, and
 *  an agreed price is never taken back.
 *
 *  Mails that did not get through are sent now, to the new address; `resend` also sends anew the one that opens the courses.
 *  The problems: the address is not this order's (any more), or it is a learner's who has handed in a test. Twice is once. */
export async function correctEmail(
  orderId: OrderId,
  { was, email, resend }: EmailForm,
  by: string,
): Promise<Result<Corrected, "changed" | "tested">> {
  return transaction(async (tx) => {
    await lockOrder(tx, orderId);
    if (was === email) return ok({ kept: 0 });
    const before = await readAddressees(tx, orderId);
    const customerKey = customerKeyOf(email);
    const buyer = await tx.order.updateMany({ where: { id: orderId, email: was }, data: { email, customerKey } });
    const seats = await tx.orderSeat.updateMany({ where: { orderId, email: was }, data: { email } });
    const learner = { orderId, participantKey: customerKeyOf(was), participantEmail: was };
    const units = await tx.enrolment.updateMany({
      where: { ...learner, attemptsUsed: 0, passedAt: null },
      data: { participantEmail: email, participantKey: customerKey },
    });
    const kept = await tx.enrolment.count({ where: learner });
    if (buyer.count + seats.count + units.count === 0) return kept > 0 ? failed("tested") : isThere(tx, orderId, email);

    const at = await databaseNow(tx);
    await redirectMails(tx, before, { was, email }, at);
    const isBuyer = buyer.count > 0;
    const { paidAt } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { paidAt: true } });
    if (resend && paidAt)
      await sendNow(
        tx,
        orderId,
        isBuyer ? { kind: "receipt", payload: { orderId } } : { kind: "access", payload: { orderId, email } },
        at,
      );
    await writeAudit(tx, {
      actor: by,
      action: isBuyer ? "order.email-changed" : "order.learner-email-changed",
      subject: `order:${orderId}`,
      before: { email: was },
      after: { email },
      at,
    });
    return ok({ kept });
  });
}

/** Whether the second of two clicks finds what the first one wrote. */
async function isThere(tx: Queries, orderId: OrderId, email: string): Promise<Result<Corrected, "changed">> {
  const found = await tx.order.count({
    where: {
      id: orderId,
      OR: [
        { email },
        { seats: { some: { email } } },
        { enrolments: { some: { participantKey: customerKeyOf(email) } } },
      ],
    },
  });
  return found > 0 ? ok({ kept: 0 }) : failed("changed");
}

const readAddressees = (tx: Queries, orderId: OrderId) =>
  tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { id: true, email: true, enrolments: { select: { id: true, participantEmail: true } } },
  });

/** Mails that waited for the old address go to the new one; those of the buyer and of a learner look it up when they are sent.
 *  `before`: whose address was which until now. */
async function redirectMails(
  tx: Queries,
  before: Awaited<ReturnType<typeof readAddressees>>,
  { was, email }: Pick<EmailForm, "was" | "email">,
  at: Date,
): Promise<void> {
  const after = await readAddressees(tx, before.id);
  const waiting = await tx.outboxMessage.findMany({ where: { orderId: before.id, sentAt: null } });
  for (const { id, kind, payload } of waiting) {
    const addressee = (order: typeof before) => addresseeOf({ kind, payload, recipient: null }, order, "the shop");
    if (addressee(before) !== was) continue;
    if (payload && typeof payload === "object" && "email" in payload)
      await tx.outboxMessage.updateMany({ where: { id, sentAt: null }, data: { payload: { ...payload, email } } });
    // A learner who keeps the old address gets nothing at the new one.
    else if (addressee(after) !== email) continue;
    await retryNow(tx, id, at);
  }
}
