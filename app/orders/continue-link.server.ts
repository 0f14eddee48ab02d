import type { CustomerKey, OrderId } from "~/core/ids";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { hashOf, newSecret } from "~/platform/secrets.server";

export const continueMinutes = 15;

/** Creates a single-use link to the newest unpaid checkout of this address when its mail is sent, and ends older ones. Returns the
 *  link's 128-bit secret, of which the table keeps only the hash; undefined if there is no such checkout. */
export async function createContinueLink(customerKey: CustomerKey): Promise<string | undefined> {
  const secret = newSecret();
  return transaction(async (tx) => {
    const createdAt = await databaseNow(tx);
    const order = await tx.order.findFirst({
      where: { ...continuable(createdAt), customerKey },
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
    if (!order) return undefined;
    await tx.continueLink.updateMany({
      where: { order: { customerKey }, usedAt: null, endsAt: { gt: createdAt } },
      data: { endsAt: createdAt },
    });
    const endsAt = new Date(createdAt.getTime() + continueMinutes * 60_000);
    await tx.continueLink.create({ data: { id: hashOf(secret), orderId: order.id, createdAt, endsAt } });
    return secret;
  });
}

/** Whether the link would continue a checkout. Doesn't use it up. */
export async function isContinueLink(secret: string): Promise<boolean> {
  const at = await databaseNow(db());
  return (await db().continueLink.count({ where: { ...openLink(secret, at), order: continuable(at) } })) > 0;
}

/** Uses up the link and returns the order it continues; of several concurrent calls only one succeeds. */
export async function redeemContinueLink(tx: Queries, secret: string, at: Date): Promise<OrderId | undefined> {
  const { count } = await tx.continueLink.updateMany({ where: openLink(secret, at), data: { usedAt: at } });
  if (count === 0) return undefined;
  const { order } = await tx.continueLink.findUniqueOrThrow({
    where: { id: hashOf(secret) },
    select: { order: { select: { id: true, state: true, endsAt: true } } },
  });
  return order.state === "awaiting_payment" && order.endsAt > at ? order.id : undefined;
}

function continuable(at: Date) {
  return { state: "awaiting_payment" as const, endsAt: { gt: at }, cartId: { not: null } };
}

function openLink(secret: string, at: Date) {
  return { id: hashOf(secret), usedAt: null, endsAt: { gt: at } };
}
