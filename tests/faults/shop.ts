import { expect } from "vitest";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

export const sale = "iv-therapeutics-sale";
export const ebook = "iv-therapeutics.ebook";
export const salePrice = 9950;

type Options = { sweepSeconds?: number; mail?: string; env?: Record<string, string> };

/** Starts this test file's shop; the test's own Stripe client uses the same stand-in. */
export async function openShop({ mail, ...options }: Options = {}): Promise<RunningShop> {
  const shop = await startShop({
    databaseUrl: process.env.DATABASE_URL ?? "",
    mail: mail ?? process.env.MAIL ?? "",
    ...options,
  });
  process.env.STRIPE_API = shop.standIn.url;
  return shop;
}

/** Takes a guest with one sale unit to payment. */
export async function startPayment(shop: RunningShop, email: string, at = shop.url) {
  const guest = visitor(shop.url, at);
  await guest.add(ebook);
  const answer = await guest.checkOut({ email, agreedCents: salePrice });
  return { guest, answer, sessionId: sessionIdIn(answer) };
}

export const orderOf = (stripeSessionId: string) => db().order.findUniqueOrThrow({ where: { stripeSessionId } });

export const untilState = (sessionId: string, state: string) =>
  until(async () => expect((await orderOf(sessionId)).state).toBe(state));

/** An order's sent receipts; waits for the first. */
export async function receiptsOf(orderId: string) {
  const sent = { kind: "receipt", orderId, sentAt: { not: null } };
  await until(async () => expect(await db().outboxMessage.count({ where: sent })).toBeGreaterThan(0));
  return db().outboxMessage.findMany({ where: { kind: "receipt", orderId } });
}

type ArrangedFault = { path: string; left: number };

async function faultsAt(shop: RunningShop, path: string): Promise<ArrangedFault[]> {
  const { faults } = (await (await fetch(`${shop.standIn.url}/_control`)).json()) as { faults: ArrangedFault[] };
  return faults.filter((each) => each.path === path);
}

/** Waits until the stand-in has used up all the faults arranged for this path. */
export const untilFaultTaken = (shop: RunningShop, path: string) =>
  until(async () => {
    const left = (await faultsAt(shop, path)).map((fault) => fault.left);
    expect(new Set(left)).toEqual(new Set([0]));
  });

/**
 * From now on the stand-in does the work at this path but never responds, no matter who asks: the webhook, the sweep, and a
 * client's retry do the same work. Returns functions to wait for the first request and to end the fault.
 */
export async function sayNothingAt(shop: RunningShop, path: string) {
  const times = 1000;
  await shop.control("fail", { method: "GET", path, status: "hang-after-work", times });
  return {
    asked: () =>
      until(async () => expect((await faultsAt(shop, path)).map(({ left }) => left < times)).toEqual([true])),
    end: () => fetch(`${shop.standIn.url}/_control/fail`, { method: "DELETE" }),
  };
}

/** Ends an order's hold and sells its unit, the last in the sale, to someone else. Returns a function that reopens the sale. */
export async function sellToSomeoneElse(shop: RunningShop, orderId: string): Promise<() => Promise<void>> {
  await db().stockHold.updateMany({ where: { orderId }, data: { endsAt: new Date(Date.now() - 1000) } });
  const { capacity, taken } = await db().stock.findUniqueOrThrow({ where: { id: sale } });
  await db().stock.update({ where: { id: sale }, data: { capacity: taken } });
  const { sessionId } = await startPayment(shop, `quick-${orderId}@example.com`);
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  return async () => {
    await db().stock.update({ where: { id: sale }, data: { capacity } });
  };
}
