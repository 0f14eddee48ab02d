import type { CartId, CustomerKey, OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import type { Queries } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import type { PricedLine } from "~/promotions/priced-cart";

export type NewOrder = {
  id: OrderId;
  cartId: CartId;
  fingerprint: string;
  email: string;
  customerKey: CustomerKey;
  certificateName: string;
  purpose: "self" | "gift" | "colleagues";
  giftMessage?: string;
  /** Learners other than the buyer, as named at checkout. */
  seats: { name: string; email: string }[];
  termsVersion: string;
  /** In Stripe's shape; absent if nothing is mailed. */
  shippingAddress?: Prisma.InputJsonObject;
  shippingZone?: string;
  weightGrams: number;
  lines: (PricedLine & { title: string })[];
  itemsCents: Cents;
  shippingCents: Cents;
  taxCents: Cents;
  at: Date;
  endsAt: Date;
  idempotencyKey: string;
};

/** Creates an order with its frozen price snapshot. */
export async function createOrder(tx: Queries, { lines, seats, at, ...order }: NewOrder): Promise<void> {
  await tx.order.create({
    data: {
      ...order,
      totalCents: order.itemsCents + order.shippingCents + order.taxCents,
      createdAt: at,
      seats: { create: seats.map(({ name, email }, position) => ({ position, name, email })) },
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
