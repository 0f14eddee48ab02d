import { beforeEach, expect, test } from "vitest";
import { writeAudit } from "~/audit/audit.server";
import { proveAudit } from "~/audit/prove.server";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { buy, take } from "../../tests/support/orders/bought-course";
import { createSampleOrder } from "../../tests/support/orders/sample-order";
import { sweepDaily } from "./daily.server";
import { cutoffOf, type SweptId } from "./retention";
import { erased, eraseOrders } from "./tombstone.server";

const at = new Date();
/** Just old enough to go, and just not. */
const agesOf = (id: SweptId) => {
  const cutoff = cutoffOf(id, at).getTime();
  return { old: new Date(cutoff - 1000), young: new Date(cutoff + 1000) };
};
const sweepAll = (time = at, batchSize?: number) => sweepDaily(time, { batches: 100_000, batchSize });
beforeEach(() => db().dailyJob.deleteMany());

test("SECURITY 60: a cart without a line goes after a day, one with a line after 90 days", async () => {
  const cart = (updatedAt: Date, lines: number) =>
    db().cart.create({
      data: {
        ...{ id: newSecret(), updatedAt },
        lines: {
          create: Array(lines).fill({ courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: updatedAt }),
        },
      },
    });
  const [empty, full] = [agesOf("empty-carts"), agesOf("carts")];
  await Promise.all([cart(empty.old, 0), cart(full.old, 1)]);
  const kept = await Promise.all([cart(empty.young, 0), cart(empty.old, 1), cart(full.young, 1)]);
  await sweepAll();
  const ids = (await db().cart.findMany({ where: { updatedAt: { lte: empty.young } } })).map(({ id }) => id);
  expect(ids.sort()).toEqual(kept.map(({ id }) => id).sort());
});

test("SECURITY 60: an unpaid checkout is nobody’s after 30 days; its figures and events stay", async () => {
  const { old, young } = agesOf("unpaid-orders");
  const expired = async (endsAt: Date, state: "expired" | "processing" = "expired") => {
    const id = await createSampleOrder({ email: `${newSecret()}@example.com`, endsInMinutes: -1 });
    await db().stockHold.updateMany({ where: { orderId: id }, data: { state: "released" } });
    await db().order.update({ where: { id }, data: { state, endsAt, giftMessage: "For Bo" } });
    await db().orderSeat.create({ data: { orderId: id, position: 0, name: "Bo Rasp", email: "bo@example.org" } });
    return id;
  };
  const gone = await expired(old);
  const kept = [await expired(young), await expired(old, "processing")];
  await sweepAll();
  const read = (id: string) =>
    db().order.findUniqueOrThrow({ where: { id }, include: { events: true, holds: true, seats: true } });
  const order = await read(gone);
  expect(order).toMatchObject({ email: erased, customerKey: erased, certificateName: erased, giftMessage: null });
  expect(order).toMatchObject({
    shippingAddress: null,
    totalCents: 10545,
    state: "expired",
    events: [{ cause: "sample" }],
  });
  expect(order.seats).toMatchObject([{ name: erased, email: erased }]);
  expect(JSON.stringify(order)).not.toMatch(/example\.|Quinn|Canal|Bo/);
  for (const id of kept) expect(await read(id)).toMatchObject({ certificateName: "Quinn Osei-Larkspur" });
});

test("SECURITY 60: a paid order’s data goes after 7 years; figures and certificates stay; answers go after 5 years", async () => {
  const [paid, answers] = [agesOf("orders"), agesOf("answers")];
  const bought = async (paidAt: Date, submittedAt: Date) => {
    const bought = await buy([{ quantity: 2 }], { name: "Kim Ode", email: `${newSecret()}@example.com` });
    await take(bought.first, 1);
    await db().attempt.updateMany({ where: { enrollmentId: bought.first }, data: { submittedAt } });
    await db().order.update({ where: { id: bought.orderId }, data: { paidAt } });
    return bought;
  };
  const gone = await bought(paid.old, answers.old);
  const kept = await bought(paid.young, answers.young);
  await db().enrollment.update({ where: { id: gone.first }, data: { passedAt: paid.old } });
  // Erased on request: the invoice was still wanted then.
  const asked = await bought(paid.old, answers.old);
  await transaction((tx) => eraseOrders(tx, [asked.orderId], { keepInvoice: true }));
  await sweepAll();
  const read = ({ orderId }: typeof gone) =>
    db().order.findUniqueOrThrow({ where: { id: orderId }, include: { enrollments: { include: { attempts: true } } } });
  const order = await read(gone);
  expect(order).toMatchObject({ certificateName: erased, email: erased, state: "paid", number: expect.any(Number) });
  expect(order.enrollments.find(({ id }) => id === gone.first)).toMatchObject({
    participantName: "Kim Ode",
    attempts: [],
  });
  expect(await read(asked)).toMatchObject({ certificateName: erased, email: erased });
  const still = await read(kept);
  expect(still.certificateName).toBe("Kim Ode");
  expect(still.enrollments.find(({ id }) => id === kept.first)?.attempts).toHaveLength(1);
});

test("SECURITY 60: sessions, single-use links, and Stripe’s messages go", async () => {
  const member = await db().staffMember.create({
    data: { email: "s@example.com", name: "S", passwordHash: "", createdAt: at },
  });
  const customer = await db().customer.create({ data: { customerKey: "c@x", email: "c@x", createdAt: at } });
  const each = (id: SweptId) => Object.entries(agesOf(id)) as ["old" | "young", Date][];
  for (const [age, createdAt] of each("staff-sessions"))
    await db().staffSession.create({ data: { id: age, staffMemberId: member.id, createdAt, lastSeenAt: createdAt } });
  for (const [age, createdAt] of each("customer-sessions"))
    await db().customerSession.create({ data: { id: age, customerId: customer.id, createdAt, lastSeenAt: at } });
  const idle = new Date(at.getTime() - 31 * 24 * 60 * 60_000);
  await db().customerSession.create({
    data: { id: "idle", customerId: customer.id, createdAt: idle, lastSeenAt: idle },
  });
  for (const [age, endsAt] of each("sign-in-links"))
    await db().signInLink.create({ data: { id: age, email: "c@x", createdAt: endsAt, endsAt } });
  const orderId = await createSampleOrder({ email: "c@example.com", endsInMinutes: 30 });
  for (const [age, endsAt] of each("continue-links"))
    await db().continueLink.create({ data: { id: age, orderId, createdAt: endsAt, endsAt } });
  for (const [age, receivedAt] of each("stripe-events")) {
    await db().stripeEvent.create({ data: { id: age, type: "t", receivedAt, handledAt: receivedAt } });
    await db().stripeEvent.create({ data: { id: `waiting-${age}`, type: "t", receivedAt, givenUpAt: receivedAt } });
  }
  await sweepAll();
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id).sort();
  expect(await ids(db().staffSession.findMany())).toEqual(["young"]);
  expect(await ids(db().customerSession.findMany())).toEqual(["young"]);
  expect(await ids(db().signInLink.findMany())).toEqual(["young"]);
  expect(await ids(db().continueLink.findMany())).toEqual(["young"]);
  expect(await ids(db().stripeEvent.findMany())).toEqual(["waiting-old", "waiting-young", "young"]);
});

test("SECURITY 60: a letter’s addressee and contents go after 400 days; the row that keeps it from being sent twice stays", async () => {
  const { old, young } = agesOf("letters");
  const letter = (id: string, sentAt: Date | null, createdAt = old) =>
    db().outboxMessage.create({
      data: {
        ...{ id, kind: "sign-in", payload: { email: "c@x" }, recipient: "c@x" },
        sentAt,
        createdAt,
        nextAttemptAt: createdAt,
      },
    });
  await Promise.all([letter("letter-old", old), letter("letter-young", young), letter("letter-waiting", null)]);
  await sweepAll();
  expect(
    await db().outboxMessage.findMany({ where: { id: { startsWith: "letter-" } }, orderBy: { id: "asc" } }),
  ).toMatchObject([
    { id: "letter-old", payload: {}, recipient: erased, sentAt: old },
    { id: "letter-waiting", payload: { email: "c@x" }, sentAt: null },
    { id: "letter-young", payload: { email: "c@x" }, recipient: "c@x" },
  ]);
});

test("SECURITY 60: the audit forgets who after 7 years, and the chain still proves", async () => {
  const { old, young } = agesOf("audit");
  const write = (subject: string, when: Date) =>
    writeAudit(db(), { actor: "ada@example.com", action: "price.changed", subject, after: { price: 1 }, at: when });
  await write("course:old", old);
  await write("course:young", young);
  await sweepAll();
  const read = (subject: string) => db().auditEntry.findFirstOrThrow({ where: { subject } });
  expect(await read("course:old")).toMatchObject({ actor: "erased", action: "price.changed", after: null });
  expect(await read("course:young")).toMatchObject({ actor: "ada@example.com", after: { price: 1 } });
  expect((await proveAudit()).broken).toBeUndefined();
});

test("SECURITY 60: the sweep goes on in small batches, one process at a time, once a day, and after a process was killed", async () => {
  const { old } = agesOf("sign-in-links");
  const fill = () =>
    db().signInLink.createMany({
      data: Array.from({ length: 25 }, () => ({ id: newSecret(), email: "c@x", createdAt: old, endsAt: old })),
    });
  const left = () => db().signInLink.count({ where: { endsAt: old } });
  await fill();
  // Many processes at once, each a few batches of three rows.
  const round = (time = at) => sweepDaily(time, { batches: 5, batchSize: 3 });
  for (let rounds = 0; rounds < 500 && (await left()) > 0; rounds++) await Promise.all([round(), round(), round()]);
  expect(await left()).toBe(0);
  await sweepAll();
  await fill();
  await sweepAll();
  expect(await left()).toBe(25);

  const tomorrow = new Date(at.getTime() + 24 * 60 * 60_000);
  const claimedUntil = new Date(tomorrow.getTime() + 60_000);
  await db().dailyJob.updateMany({ data: { claimedUntil, claimedBy: "a process that was killed" } });
  await sweepAll(tomorrow);
  expect(await left()).toBe(25);
  await sweepAll(new Date(claimedUntil.getTime() + 1));
  expect(await left()).toBe(0);
});
