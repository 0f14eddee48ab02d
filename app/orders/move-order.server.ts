import type { OrderId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { type Mover, type OrderState, statesBefore } from "./order-state";

type Move = {
  orderId: OrderId;
  to: OrderState;
  /** What moves it; by default its payment. */
  by?: Mover;
  at: Date;
  cause: string;
  detail?: string;
};

/** Moves an order to another state by one guarded write and records the cause. False if the move is not allowed (anymore). */
export async function moveOrder(
  tx: Queries,
  { orderId, to, by = "payment", at, cause, detail }: Move,
  data: Prisma.OrderUpdateManyMutationInput = {},
): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { id: orderId, state: { in: statesBefore(to, by) } },
    data: { ...data, state: to },
  });
  if (count === 0) return false;
  await tx.orderEvent.create({ data: { orderId, at, state: to, cause, detail } });
  return true;
}
