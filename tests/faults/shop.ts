import { expect } from "vitest";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

export const sale = "iv-therapeutics-sale";
export const ebook = "iv-therapeutics.ebook";
export const salePrice = 9950;

type Options = { sweepSeconds?: number; mail?: string; env?: Record<string, string> };

/** A running shop of this test file; the test's own Stripe client asks the same stand-in. */
export async function openShop({ mail, ...options }: Options = {}): Promise<RunningShop> {
  const shop = await startShop({
    databaseUrl: process.env.DATABASE_URL ?? "",
    mail: mail ?? process.env.MAIL ?? "",
    ...options,
  });
  process.env.STRIPE_API = shop.standIn.url;
  return shop;
}

/** A guest with one unit of the sale, taken to payment. */
export async function startPayment(shop: RunningShop, email: string, at = shop.url) {
  const guest = visitor(shop.url, at);
  await guest.add(ebook);
  const answer = await guest.checkOut({ email, agreedCents: salePrice });
  return { guest, answer, sessionId: sessionIdIn(answer) };
}

export const orderOf = (stripeSessionId: string) => db().order.findUniqueOrThrow({ where: { stripeSessionId } });

export const untilState = (sessionId: string, state: string) =>
  until(async () => expect((await orderOf(sessionId)).state).toBe(state));

/** The receipts of an order that were sent; waits for the first. */
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

/** Waits until the stand-in has been asked for all that was arranged to fail at this path. */
export const untilFaultTaken = (shop: RunningShop, path: string) =>
  until(async () => {
    const left = (await faultsAt(shop, path)).map((fault) => fault.left);
    expect(new Set(left)).toEqual(new Set([0]));
  });

/**
 * From now on the stand-in does what is asked of it at this path and says nothing, whoever asks: webhook, sweep and a
 * client's second try do the same work. Answers how to wait for the first who asks, and how to end it.
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

/** The hold of an order ends, and its unit, the last of the sale, is bought by somebody else. Answers how to open the sale again. */
export async function sellToSomebodyElse(shop: RunningShop, orderId: string): Promise<() => Promise<void>> {
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
