import { isDeepStrictEqual } from "node:util";
import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { sendNow } from "../resend/send-now.server";
import { type ResendChoice, resendChoices } from "./resend-choices";

type ResendRequest = {
  /** A choice's `value`. */
  choice: string;
  /** Number of mails the order page showed; a newer one means another click already sent it. */
  known: number;
};

/** Resends an order's mail to its current address. One still waiting is sent now instead; a double click sends one.
 *  The problem means it can't be sent (anymore). */
export async function resendMail(
  orderId: OrderId,
  { choice, known }: ResendRequest,
  by: string,
): Promise<Result<void, "gone">> {
  const isThere = await transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: {
        ...{ id: true, email: true, paidAt: true },
        enrollments: { include: { course: true, certificate: true } },
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

async function isSentSince(tx: Queries, orderId: OrderId, { kind, payload }: ResendChoice, known: number) {
  const mails = await tx.outboxMessage.findMany({ where: { orderId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return mails.slice(known).some((mail) => mail.kind === kind && isDeepStrictEqual(mail.payload, payload));
}
