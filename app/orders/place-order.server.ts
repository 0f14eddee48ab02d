import type { Queries } from "~/platform/db.server";
import type { PricedLine } from "~/promotions/priced-cart";

export type NewOrder = {
  id: string;
  cartId: string;
  fingerprint: string;
  email: string;
  customerKey: string;
  certificateName: string;
  lines: (PricedLine & { title: string })[];
  itemsCents: number;
  shippingCents: number;
  at: Date;
  endsAt: Date;
  idempotencyKey: string;
};

/** Writes an order with its frozen price snapshot. */
export async function placeOrder(tx: Queries, { lines, at, ...order }: NewOrder): Promise<void> {
  await tx.order.create({
    data: {
      ...order,
      totalCents: order.itemsCents + order.shippingCents,
      createdAt: at,
      events: { create: { at, state: "awaiting_payment", cause: "checkout" } },
    },
  });
  for (const [position, line] of lines.entries()) {
    await tx.orderLine.create({
      data: {
        orderId: order.id,
        position,
        courseFormatId: line.id,
        title: line.title,
        format: line.format,
        quantity: line.quantity,
        totalCents: line.total,
        portions: {
          create: line.portions.map((portion, index) => ({
            position: index,
            quantity: portion.quantity,
            regularUnitPriceCents: line.regularPrice,
            totalCents: portion.total,
            adjustments: {
              create: portion.adjustments.map(({ promotionId, version, name, kind, code, amount }, place) => ({
                position: place,
                promotionId,
                promotionVersion: version,
                name,
                kind,
                code,
                amountCents: amount,
              })),
            },
          })),
        },
      },
    });
  }
}
