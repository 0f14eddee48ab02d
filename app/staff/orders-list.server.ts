import { db, isPostgresql } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { readShop } from "~/shop/shop.server";
import { casesOf, countPages, type OrdersQuery, orderNumberIn } from "./list-query";

const perPage = 25;

/** A page of orders, newest first, with the figures that a list shows. `q` finds a number, a part of an e-mail or of a
 *  name, or a whole id of the order, its session or its payment. */
export async function readOrders({ q, state, page }: OrdersQuery) {
  const where = { ...(state ? { state } : {}), ...(q ? { OR: matches(q) } : {}) };
  const [shop, count, orders] = await Promise.all([
    readShop(),
    db().order.count({ where }),
    db().order.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        id: true,
        number: true,
        state: true,
        email: true,
        certificateName: true,
        totalCents: true,
        createdAt: true,
        lines: { select: { quantity: true } },
      },
    }),
  ]);
  return {
    timeZone: shop.timeZone,
    count,
    pages: countPages(count, perPage),
    orders: orders.map(({ lines, ...order }) => ({
      ...order,
      units: lines.reduce((units, line) => units + line.quantity, 0),
    })),
  };
}
export type OrdersPage = Awaited<ReturnType<typeof readOrders>>;

function matches(q: string) {
  const number = orderNumberIn(q);
  // PostgreSQL heeds case unless told otherwise; SQLite's LIKE heeds it beyond ASCII.
  const anyCase = isPostgresql(env().DATABASE_URL) ? { mode: "insensitive" } : {};
  return [
    { customerKey: { contains: q.normalize("NFKC").toLowerCase() } },
    ...casesOf(q).map((name) => ({ certificateName: { contains: name, ...anyCase } })),
    { id: q },
    { stripeSessionId: q },
    { stripePaymentIntentId: q },
    ...(number === undefined ? [] : [{ number }]),
  ];
}
