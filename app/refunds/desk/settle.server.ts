import { z } from "zod";
import { writeAudit } from "~/audit/audit.server";
import { singleLine } from "~/core/form/typed-inputs";
import type { OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

export const SettleRefundForm = z.object({
  refundId: z.string({ error: "Choose a refund." }).regex(/^[\w-]{1,255}$/, "Choose a refund."),
  how: singleLine("Enter how the buyer got the money.", 300),
});
export type SettleRefundForm = z.infer<typeof SettleRefundForm>;

/** Marks a failed refund as settled: the buyer got the money some other way. Idempotent. */
export async function settleRefund(
  orderId: OrderId,
  { refundId, how }: SettleRefundForm,
  by: string,
): Promise<Result<void, "changed">> {
  return transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const refund = await tx.refund.findUnique({ where: { id: refundId, orderId, state: "failed" } });
    if (!refund) return failed("changed");
    if (refund.settledAt) return ok(undefined);
    const at = await databaseNow(tx);
    await tx.refund.update({ where: { id: refundId }, data: { settledAt: at } });
    const after = { refund: formatCents(refund.amountCents), how };
    await writeAudit(tx, { actor: by, action: "order.refund-settled", subject: `order:${orderId}`, after, at });
    return ok(undefined);
  });
}
