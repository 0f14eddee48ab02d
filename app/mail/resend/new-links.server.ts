import { z } from "zod";
import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { createRateLimit } from "~/platform/limits/rate-limit.server";
import { linkLetters } from "./link-letters";
import { sendNow } from "./send-now.server";

/** `version`: the one that the page showed, so that a double click sends one set of letters. */
export const NewLinksForm = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});
export type NewLinksForm = z.infer<typeof NewLinksForm>;

/** SECURITY 45: revokes every mailed link of an order and its courses, and mails new ones to whom they belong. Fails before payment:
 *  then nobody has a link from us. */
export async function sendNewLinks(
  orderId: OrderId,
  { version }: NewLinksForm,
  by: string,
): Promise<Result<void, "unpaid">> {
  return transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { number: true, linkVersion: true },
    });
    if (order.number === null) return failed("unpaid");
    if (order.linkVersion !== version) return ok(undefined);
    const at = await databaseNow(tx);
    await revokeLinks(tx, orderId);
    await mailLinks(tx, orderId, at);
    await writeAudit(tx, { actor: by, action: "order.links-renewed", subject: `order:${orderId}`, at });
    return ok(undefined);
  });
}

// Each learner gets a letter each time: one buyer can't fill their mailboxes.
const renewals = createRateLimit("new-links", 5, 60 * 60);

/** Seconds until the buyer may send new links of an order again; 0 if now, which counts as one. */
export function waitForNewLinks(orderId: OrderId): Promise<number> {
  return renewals.use(orderId);
}

export async function revokeLinks(tx: Queries, orderId: OrderId): Promise<void> {
  const linkVersion = { increment: 1 };
  await tx.order.update({ where: { id: orderId }, data: { linkVersion } });
  await tx.enrollment.updateMany({ where: { orderId }, data: { linkVersion } });
}

/** Mails an order’s links to its buyer and each other learner, but not to `except`. */
export async function mailLinks(tx: Queries, orderId: OrderId, at: Date, except?: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { id: true, email: true, enrollments: { select: { participantEmail: true } } },
  });
  for (const letter of linkLetters(order)) if (letter.to !== except) await sendNow(tx, orderId, letter, at);
}
