import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import type { SettleRefundForm } from "./settle-form";

/** Notes that a refund which failed needs nobody any more: the buyer has the money in another way. Twice is once. */
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
