import { isDeepStrictEqual } from "node:util";
import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { addressLines } from "~/shipping/address";
import type { AddressForm } from "./forms";

/** The stored address as text, to compare addresses. */
export function addressText(address: unknown): string {
  return JSON.stringify(address ?? null);
}

/** Changes the mailing address of an order that has not shipped yet. Shipping and tax already charged don't change. Idempotent. */
export async function correctAddress(
  orderId: OrderId,
  { was, address }: AddressForm,
  by: string,
): Promise<Result<void, "changed" | "shipped">> {
  return transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const { shippingAddress: before } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
    if (isDeepStrictEqual(before, address)) return ok(undefined);
    if (addressText(before) !== was) return failed("changed");
    const { count } = await tx.order.updateMany({
      where: { id: orderId, shipments: { none: {} } },
      data: { shippingAddress: address },
    });
    if (count === 0) return failed("shipped");
    await writeAudit(tx, {
      actor: by,
      action: "order.address-changed",
      subject: `order:${orderId}`,
      before: { address: addressLines(before) },
      after: { address: addressLines(address) },
      at: await databaseNow(tx),
    });
    return ok(undefined);
  });
}
