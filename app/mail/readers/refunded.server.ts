import { dayIn } from "~/core/dates";
import type { OrderId, RefundId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { refundedLetter } from "../letters/refunded";
import type { Read } from "./addressed";
import { readOrderFacts } from "./order.server";

export async function readRefunded({ orderId, refundId }: { orderId: OrderId; refundId: RefundId }): Read {
  const facts = await readOrderFacts(orderId);
  const refund = await db().refund.findUnique({
    where: { id: refundId, orderId },
    include: {
      units: {
        include: { enrollment: { include: { orderLine: { select: { title: true, position: true } } } } },
        orderBy: [{ enrollment: { orderLine: { position: "asc" } } }, { enrollment: { unit: "asc" } }],
      },
    },
  });
  if (!facts || !refund) return failed({ kind: "impossible", why: "the refund or its order is missing" });
  if (refund.state === "failed") return failed({ kind: "not-needed", why: "the refund later failed" });
  const { order, shop, buyer, url, card } = facts;
  const letter = refundedLetter({
    orderNumber: order.number,
    amountCents: refund.amountCents,
    itemsCents: refund.itemsCents,
    shippingCents: refund.shippingCents,
    taxCents: refund.taxCents,
    units: refund.units.map(({ amountCents, enrollment }) => ({
      title: enrollment.orderLine.title,
      participant: enrollment.participantName ?? undefined,
      amountCents,
    })),
    refundedOn: dayIn(refund.finalAt ?? refund.createdAt, shop.timeZone),
    card,
    isAccessWithdrawn: refund.withdrawAccess,
    orderUrl: url,
  });
  return ok({ to: buyer, letter });
}
