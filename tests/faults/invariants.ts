import { expect } from "vitest";
import { checkDays } from "~/ledger/check/days.server";
import { postBalance } from "~/ledger/post/balance.server";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";

/** Everything that must be true after every fault, once the sweeps have run. `STRIPE_API` must be the stand-in's address. */
export async function expectSound(): Promise<void> {
  await expectMoneyToAddUp();
  await expectLedgerToAgree();
  await expectNothingUnexplained();
  await expectWhatWasBought();
  await expectStockToAddUp();
  await expectOneCertificateEach();
}

/** Money received = orders + refunds; every payment at Stripe is on an order and in the ledger, to the cent. */
async function expectMoneyToAddUp(): Promise<void> {
  let paid = 0;
  for await (const session of stripe().checkout.sessions.list({ limit: 100 })) {
    if (session.payment_status !== "paid") continue;
    const order = await db().order.findUnique({ where: { id: session.client_reference_id ?? "" } });
    // Nothing acknowledged is lost.
    expect(order?.state ?? "no order", `the order of ${session.id}`).toMatch(/^(paid|refunding|refunded|attention)$/);
    expect(order?.receivedCents).toBe(session.amount_total);
    paid += session.amount_total ?? 0;
  }
  const orders = await db().order.aggregate({ _sum: { receivedCents: true, refundedCents: true } });
  expect(orders._sum.receivedCents ?? 0).toBe(paid);

  let givenBack = 0;
  for await (const refund of stripe().refunds.list({ limit: 100 }))
    if (["succeeded", "pending"].includes(refund.status ?? "")) givenBack += refund.amount;
  const refunds = await db().refund.aggregate({ where: { state: { not: "failed" } }, _sum: { amountCents: true } });
  expect(refunds._sum.amountCents ?? 0).toBe(givenBack);
  expect(orders._sum.refundedCents ?? 0).toBe(givenBack);
}

/** The ledger against the orders' and refunds' own tables, and against Stripe's balance to the cent. */
export async function expectLedgerToAgree(): Promise<void> {
  await postBalance();
  expect((await checkDays({})).differences).toEqual([]);
  let balance = 0;
  for await (const { amount, fee } of stripe().balanceTransactions.list({ limit: 100 })) balance += amount - fee;
  const booked = await db().ledgerPosting.aggregate({ where: { account: "stripe" }, _sum: { amountCents: true } });
  expect(booked._sum.amountCents ?? 0).toBe(balance);
}

/** Every cent that moved belongs to an order: `postBalance` would hide one that doesn't. */
async function expectNothingUnexplained(): Promise<void> {
  const unexplained = { postings: { some: { account: "unexplained" } } };
  expect(await db().ledgerEntry.findMany({ where: unexplained, select: { reference: true, memo: true } })).toEqual([]);
}

/** Fulfilled once and completely: every unit bought is there, with one receipt. */
async function expectWhatWasBought(): Promise<void> {
  const fulfilled = await db().order.findMany({
    where: { number: { not: null } },
    select: { id: true, lines: { select: { quantity: true } }, _count: { select: { enrollments: true } } },
  });
  const receipts = await db().outboxMessage.groupBy({ by: ["orderId"], where: { kind: "receipt" }, _count: true });
  const receiptsOf = new Map(receipts.map(({ orderId, _count }) => [orderId, _count]));
  for (const { id, lines, _count } of fulfilled) {
    const bought = lines.reduce((units, { quantity }) => units + quantity, 0);
    expect({ units: _count.enrollments, receipts: receiptsOf.get(id) }, `order ${id}`).toEqual({
      units: bought,
      receipts: 1,
    });
  }
}

/** Units are never below 0 or above N, and each belongs to someone. */
export async function expectStockToAddUp(): Promise<void> {
  const holds = await db().stockHold.groupBy({
    by: ["stockId"],
    where: { state: { in: ["held", "sold"] } },
    _sum: { units: true },
  });
  const units = new Map(holds.map(({ stockId, _sum }) => [stockId, _sum.units ?? 0]));
  const shelved = await copiesShelved();
  for (const { id, taken, capacity } of await db().stock.findMany()) {
    expect(taken, `units taken of ${id}`).toBe((units.get(id) ?? 0) - (shelved.get(id) ?? 0));
    expect(taken, `units taken of ${id}`).toBeGreaterThanOrEqual(0);
    expect(taken, `units taken of ${id}`).toBeLessThanOrEqual(capacity);
  }
}

/** PRICING 9: a mailed copy returns to stock if staff said so, once, no matter how often its refund was tried. */
async function copiesShelved(): Promise<Map<string, number>> {
  const units = await db().enrollment.findMany({
    where: { orderLine: { format: "book_by_mail" }, refundUnits: { some: { refund: { restock: true } } } },
    select: { orderLine: { select: { courseFormat: { select: { stockId: true } } } } },
  });
  const shelved = new Map<string, number>();
  for (const { orderLine } of units) {
    const id = orderLine.courseFormat.stockId ?? "";
    shelved.set(id, (shelved.get(id) ?? 0) + 1);
  }
  return shelved;
}

async function expectOneCertificateEach(): Promise<void> {
  const certificates = await db().certificate.groupBy({ by: ["enrollmentId"], _count: true });
  expect(certificates.filter(({ _count }) => _count > 1)).toEqual([]);
}
