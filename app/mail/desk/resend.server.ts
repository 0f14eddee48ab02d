import { isDeepStrictEqual } from "node:util";
import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { type ResendChoice, resendChoices } from "./resend-choices";
import { retryNow } from "./retry.server";

type Wish = {
  /** A choice's `value`. */
  choice: string;
  /** How many mails of the order its page showed: what came since then was sent by another click. */
  known: number;
};

/** Sends a mail of an order again, to the address that the order has now. One that could not be sent yet is tried now
 *  instead; a double click sends one. The problem: nothing of the kind can be sent (any more). */
export async function resendMail(orderId: OrderId, { choice, known }: Wish, by: string): Promise<Result<void, "gone">> {
  const isThere = await transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: {
        ...{ id: true, email: true, paidAt: true },
        enrolments: { include: { course: true, certificate: true } },
      },
    });
    const wanted = resendChoices(order).find(({ value }) => value === choice);
    if (!wanted) return false;
    if (await isSentSince(tx, orderId, wanted, known)) return true;
    const at = await databaseNow(tx);
    await sendNow(tx, orderId, wanted, at);
    const after = { mail: wanted.label };
    await writeAudit(tx, { actor: by, action: "order.mail-resent", subject: `order:${orderId}`, after, at });
    return true;
  });
  if (!isThere) return failed("gone");
  return ok(undefined);
}

/** Queues a mail; where the same one waits already, it is tried now, or is on its way. */
export async function sendNow(
  tx: Queries,
  orderId: OrderId,
  { kind, payload }: Pick<ResendChoice, "kind" | "payload">,
  at: Date,
): Promise<void> {
  const waiting = await tx.outboxMessage.findMany({ where: { orderId, kind, sentAt: null } });
  const same = waiting.filter((mail) => isDeepStrictEqual(mail.payload, payload));
  for (const { id } of same) await retryNow(tx, id, at);
  if (same.length === 0) await queueMail(tx, { kind, payload, orderId, at });
}

async function isSentSince(tx: Queries, orderId: OrderId, { kind, payload }: ResendChoice, known: number) {
  const mails = await tx.outboxMessage.findMany({ where: { orderId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return mails.slice(known).some((mail) => mail.kind === kind && isDeepStrictEqual(mail.payload, payload));
}
