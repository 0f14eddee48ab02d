import type { OrderId } from "~/core/ids";
import { sumCents } from "~/core/money";
import { portionOf, wholePortions } from "~/orders/snapshot";
import type { Queries } from "~/platform/db/client.server";
import type { RefundFacts } from "./refundable";

/** An order's facts for the refund rules. Throws a 404 if there is none. Make decisions only under `lockOrder`. */
export async function readRefundFacts(tx: Queries, orderId: OrderId) {
  const order = await tx.order.findUnique({
    where: { id: orderId },
    include: {
      lines: {
        orderBy: { position: "asc" },
        include: {
          portions: wholePortions,
          courseFormat: { select: { stockId: true } },
          enrollments: {
            orderBy: { unit: "asc" },
            include: { certificate: { select: { number: true } }, refundUnits: true },
          },
        },
      },
      refunds: { where: { state: { not: "failed" } } },
      disputes: { orderBy: { openedAt: "desc" }, select: { id: true, status: true } },
    },
  });
  if (!order) throw new Response("We couldn’t find this order.", { status: 404 });
  const sum = (part: "itemsCents" | "shippingCents" | "taxCents") =>
    sumCents(order.refunds.map((refund) => refund[part]));
  const facts: RefundFacts = {
    received: order.receivedCents,
    shipping: order.shippingCents,
    tax: order.taxCents,
    given: { items: sum("itemsCents"), shipping: sum("shippingCents"), tax: sum("taxCents") },
    lines: order.lines.map(({ portions, enrollments }) => ({
      portions: portions.map(portionOf),
      units: enrollments.map(({ id, certificate, refundId, refundUnits }) => ({
        id,
        isCertified: certificate !== null,
        refunded: refundUnits.find((unit) => unit.refundId === refundId)?.amountCents,
      })),
    })),
  };
  return { order, facts };
}

export type RefundOrder = Awaited<ReturnType<typeof readRefundFacts>>["order"];
