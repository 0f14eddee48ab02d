import { customerKeyOf } from "~/core/email";
import type { Json } from "~/core/json";
import { boundsOfDays, caseVariants, countPages } from "~/core/list-query";
import { db, isPostgresql } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { readShop } from "~/shop/shop.server";
import { cardDigitsIn, isStripeId, type OrdersQuery, orderNumberIn } from "./query";

const perPage = 25;

/** What a list must select for `listOrder`. */
export const listedOrder = {
  id: true,
  number: true,
  state: true,
  email: true,
  certificateName: true,
  totalCents: true,
  cardLast4: true,
  createdAt: true,
  lines: { select: { quantity: true } },
} satisfies Prisma.OrderSelect;

export function listOrder<Row extends { lines: { quantity: number }[] }>({ lines, ...order }: Row) {
  return { ...order, units: lines.reduce((units, line) => units + line.quantity, 0) };
}

/** A page of orders, newest first. `q` matches an order number, a card's last digits, part of an e-mail, name (the buyer's or a
 *  learner's) or course title, or a complete order or Stripe id. */
export async function readOrders({ q, state, from, until, page }: OrdersQuery) {
  const shop = await readShop();
  const createdAt = from || until ? boundsOfDays({ from, until }, shop.timeZone) : undefined;
  const where: Prisma.OrderWhereInput = { state, createdAt, ...(q ? { OR: matches(q) } : {}) };
  const [count, orders] = await Promise.all([
    db().order.count({ where }),
    db().order.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: listedOrder,
    }),
  ]);
  return {
    timeZone: shop.timeZone,
    count,
    pages: countPages(count, perPage),
    orders: orders.map(listOrder),
  };
}
export type OrdersPage = Json<Awaited<ReturnType<typeof readOrders>>>;

function matches(q: string): Prisma.OrderWhereInput[] {
  if (isStripeId(q)) return idsOfStripe(q);
  const number = orderNumberIn(q);
  const cardLast4 = cardDigitsIn(q);
  const key = customerKeyOf(q);
  return [
    { id: q },
    ...(number === undefined ? [] : [{ number }]),
    ...(cardLast4 === undefined ? [] : [{ cardLast4 }]),
    { customerKey: { contains: key } },
    { enrollments: { some: { participantKey: { contains: key } } } },
    { seats: { some: { OR: caseVariants(q).map((email) => ({ email: contains(email) })) } } },
    everyWord(q, (certificateName) => ({ certificateName })),
    { enrollments: { some: everyWord(q, (participantName) => ({ participantName })) } },
    { seats: { some: everyWord(q, (name) => ({ name })) } },
    { lines: { some: everyWord(q, (title) => ({ title })) } },
  ];
}

/** Words in any order and case. Words after the eighth are ignored. */
function everyWord<Where>(q: string, where: (text: ReturnType<typeof contains>) => Where) {
  const words = q.split(/\s+/u).slice(0, 8);
  return { AND: words.map((word) => ({ OR: caseVariants(word).map((text) => where(contains(text))) })) };
}

/** PostgreSQL is case-sensitive by default; SQLite's LIKE is case-sensitive beyond ASCII. */
function contains(text: string) {
  return { contains: text, ...(isPostgresql(env().DATABASE_URL) ? { mode: "insensitive" } : {}) };
}

function idsOfStripe(id: string): Prisma.OrderWhereInput[] {
  return [
    { stripeSessionId: id },
    { stripePaymentIntentId: id },
    { stripeChargeId: id },
    { refunds: { some: { stripeRefundId: id } } },
    { disputes: { some: { id } } },
  ];
}
