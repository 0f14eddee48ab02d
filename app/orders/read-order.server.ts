import { db } from "~/platform/db.server";

const wholeOrder = {
  lines: {
    orderBy: { position: "asc" },
    include: { portions: { orderBy: { position: "asc" }, include: { promotion: { select: { name: true } } } } },
  },
} as const;

/** An order with its snapshot; null where there is none. */
export function readOrder(orderId: string) {
  return db().order.findUnique({ where: { id: orderId }, include: wholeOrder });
}

export type Order = NonNullable<Awaited<ReturnType<typeof readOrder>>>;
