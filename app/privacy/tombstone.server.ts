import { CustomerKey, type OrderId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { Prisma } from "~/platform/prisma/sqlite/client";

/** Stands where a name or an address was. */
export const erased = "(erased)";
export const erasedKey = CustomerKey.parse(erased);

/** An enrollment whose learner isn't named; its mailed links end. */
export const nobody = {
  participantName: null,
  participantEmail: null,
  participantKey: null,
  linkVersion: { increment: 1 },
};

/** Blanks whatever names a person on these orders; figures, states, and events stay. The invoice's name and address stay if the law
 *  still wants them. Only for orders on which nothing is open. */
export async function eraseOrders(
  tx: Queries,
  ids: OrderId[],
  { keepInvoice }: { keepInvoice: boolean },
): Promise<void> {
  const ofOrders = { orderId: { in: ids } };
  await tx.orderSeat.updateMany({ where: ofOrders, data: { name: erased, email: erased } });
  await tx.orderNote.updateMany({ where: ofOrders, data: { text: erased } });
  await tx.refundRequest.updateMany({ where: ofOrders, data: { reason: erased } });
  await tx.refundRequest.updateMany({ where: { ...ofOrders, answer: { not: null } }, data: { answer: erased } });
  if (!keepInvoice) await tx.enrollment.updateMany({ where: { ...ofOrders, passedAt: null }, data: nobody });
  await tx.order.updateMany({
    where: { id: { in: ids } },
    data: {
      ...{ email: erased, customerKey: erasedKey, cartId: null, giftMessage: null, fingerprint: erased },
      ...{
        sessionParameters: Prisma.DbNull,
        stripeSessionUrl: null,
        stripeCustomerId: null,
        linkVersion: { increment: 1 },
      },
      ...(keepInvoice
        ? {}
        : { certificateName: erased, shippingAddress: Prisma.DbNull, cardBrand: null, cardLast4: null }),
    },
  });
}

/** Blanks letters: a row stays, because its id keeps the same letter from being sent twice. Unsent ones are settled. */
export async function eraseLetters(tx: Queries, ids: string[], at: Date): Promise<number> {
  const rows = { id: { in: ids } };
  await tx.outboxMessage.updateMany({
    where: { ...rows, sentAt: null },
    data: { sentAt: at, givenUpAt: null, lastError: "Not sent: the data was erased." },
  });
  const { count } = await tx.outboxMessage.updateMany({ where: rows, data: { payload: {}, recipient: erased } });
  return count;
}
