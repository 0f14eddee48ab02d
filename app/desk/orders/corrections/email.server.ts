import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { recipientOf } from "~/mail/desk/recipient";
import { mailLinks, revokeLinks } from "~/mail/resend/new-links.server";
import { retryNow } from "~/mail/resend/retry-now.server";
import { sendNow } from "~/mail/resend/send-now.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import type { EmailForm } from "./forms";

/** `kept`: how many units keep the old address because their learner has submitted a test. */
export type Corrected = { kept: number };

/** Replaces a mistyped address: the buyer's, a colleague's or a learner's.
 *
 *  Changing the buyer's address also changes the order's customer key, which puts the order in an account: otherwise a stranger
 *  would see it and its buyer would not. Units counted against a customer limit stay under the old address (PRICING 7: each hold
 *  has its own key), because moving them could exceed the new mailbox's limit.
 *
 *  Links mailed to the old address stop working (SECURITY 45): the buyer's open the order and all of its courses, a learner's open
 *  the learner's courses. Everybody whose links they were gets new ones; undelivered e-mails are sent to the new address now. Fails
 *  if the address is not (or no longer) this order's, or belongs to a learner who has submitted a test. Idempotent. */
export async function correctEmail(
  orderId: OrderId,
  { was, email }: EmailForm,
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
    const units = await tx.enrollment.updateMany({
      where: { ...learner, attemptsUsed: 0, passedAt: null },
      data: {
        ...{ participantEmail: email, participantKey: customerKey, confirmedAt: null },
        linkVersion: { increment: 1 },
      },
    });
    const kept = await tx.enrollment.count({ where: learner });
    if (buyer.count + seats.count + units.count === 0) return kept > 0 ? failed("tested") : isThere(tx, orderId, email);

    const at = await databaseNow(tx);
    await redirectMails(tx, before, { was, email }, at);
    const isBuyer = buyer.count > 0;
    const { paidAt } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { paidAt: true } });
    if (isBuyer) await revokeLinks(tx, orderId);
    if (paidAt && isBuyer) await mailLinks(tx, orderId, at, was);
    else if (paidAt) await sendNow(tx, orderId, { kind: "access", payload: { orderId, email } }, at);
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

/** Whether the address is already there: the second click of a double click. */
async function isThere(tx: Queries, orderId: OrderId, email: string): Promise<Result<Corrected, "changed">> {
  const found = await tx.order.count({
    where: {
      id: orderId,
      OR: [
        { email },
        { seats: { some: { email } } },
        { enrollments: { some: { participantKey: customerKeyOf(email) } } },
      ],
    },
  });
  return found > 0 ? ok({ kept: 0 }) : failed("changed");
}

const readAddressees = (tx: Queries, orderId: OrderId) =>
  tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { id: true, email: true, enrollments: { select: { id: true, participantEmail: true } } },
  });

/** Redirects e-mails waiting for the old address. E-mails to the buyer or a learner look the address up when sent.
 *  `before`: the addresses before the change. */
async function redirectMails(
  tx: Queries,
  before: Awaited<ReturnType<typeof readAddressees>>,
  { was, email }: Pick<EmailForm, "was" | "email">,
  at: Date,
): Promise<void> {
  const after = await readAddressees(tx, before.id);
  const waiting = await tx.outboxMessage.findMany({ where: { orderId: before.id, sentAt: null } });
  for (const { id, kind, payload } of waiting) {
    const sentTo = (order: typeof before) => recipientOf({ kind, payload, recipient: null }, order, "the shop");
    if (sentTo(before) !== was) continue;
    if (payload && typeof payload === "object" && "email" in payload)
      await tx.outboxMessage.updateMany({ where: { id, sentAt: null }, data: { payload: { ...payload, email } } });
    // Skip learners who keep the old address.
    else if (sentTo(after) !== email) continue;
    await retryNow(tx, id, at);
  }
}
