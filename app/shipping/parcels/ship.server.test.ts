import { expect, test } from "vitest";
import { OrderId, ShipmentId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { readBookLines } from "./books.server";
import { countParcels, readParcel, readWaiting } from "./parcels.server";
import { markShipped, undoShipment } from "./ship.server";
import { readBuyersShipments, readShipments } from "./shipments.server";

const actor = "dana@example.com";
let numbers = 2000;

/** Creates a paid order of one book; returns what is needed to ship it. */
async function paidOrder(copies: number) {
  numbers += 1;
  // The sale is limited to two per customer, so every order has a different one.
  const email = `${newSecret()}@example.com`;
  const orderId = await createSampleOrder({ email, saleUnits: 1, state: "paid", number: numbers });
  await db().orderLine.updateMany({ where: { orderId }, data: { quantity: copies } });
  const { id: orderLineId } = await db().orderLine.findFirstOrThrow({ where: { orderId } });
  const ship = (quantity: number, shipmentId = newSecret(), line = orderLineId) =>
    markShipped({
      orderId,
      shipmentId: ShipmentId.parse(shipmentId),
      lines: [{ orderLineId: line, quantity }],
      carrier: "USPS",
      trackingNumber: "9400111202555842332669",
      actor,
    });
  const left = async () => (await readBookLines(db(), orderId))[0]?.left;
  return { orderId, orderLineId, ship, left };
}

async function refundUnits(orderId: string, orderLineId: string, units: number) {
  const approval = await db().approval.findFirstOrThrow({ where: { courseId: "iv-therapeutics" } });
  for (let unit = 1; unit <= units; unit++)
    await db().enrollment.create({
      data: {
        id: newSecret(),
        orderId,
        orderLineId,
        unit,
        courseId: "iv-therapeutics",
        approvalId: approval.id,
        refundId: "some-refund",
        createdAt: new Date(),
      },
    });
}

const mails = (orderId: string) => db().outboxMessage.findMany({ where: { orderId, kind: "shipped" } });

test("an order is shipped in two parcels: what is left goes down, the buyer gets an e-mail for each, and the audit has both", async () => {
  const { orderId, ship, left } = await paidOrder(3);
  expect(await readWaiting()).toContain(orderId);
  expect((await ship(2, "parcel-one")).ok).toBe(true);
  expect([await left(), (await readWaiting()).includes(orderId)]).toEqual([1, true]);
  expect((await ship(1)).ok).toBe(true);
  expect([await left(), (await readWaiting()).includes(orderId)]).toEqual([0, false]);
  expect((await mails(orderId)).map(({ payload }) => payload)).toContainEqual({ orderId, shipmentId: "parcel-one" });
  expect(await readShipments(orderId)).toMatchObject([
    {
      id: "parcel-one",
      carrier: "USPS",
      trackingUrl: "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111202555842332669",
      by: actor,
      books: [{ title: "IV Therapeutics", quantity: 2 }],
    },
    { books: [{ quantity: 1 }] },
  ]);
  expect(
    await db().auditEntry.findMany({ where: { subject: `order:${orderId}` }, orderBy: { at: "asc" } }),
  ).toMatchObject([
    { actor, action: "order.shipped", after: { books: ["2 × IV Therapeutics"] } },
    { action: "order.shipped", after: { books: ["1 × IV Therapeutics"] } },
  ]);
});

test("a double click is one shipment and one e-mail", async () => {
  const { orderId, ship } = await paidOrder(2);
  const [one, two] = await Promise.all([ship(1, `${orderId}-twice`), ship(1, `${orderId}-twice`)]);
  expect([one, two]).toEqual([
    { ok: true, value: `${orderId}-twice` },
    { ok: true, value: `${orderId}-twice` },
  ]);
  expect([(await readShipments(orderId)).length, (await mails(orderId)).length]).toEqual([1, 1]);
});

test("ten staff ship the same three copies concurrently: three parcels go out, the others see what is left", async () => {
  const { orderId, orderLineId, ship } = await paidOrder(3);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ship(1)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  for (const answer of answers.filter(({ ok }) => !ok))
    expect(answer).toEqual({ ok: false, problem: { kind: "too-many", left: { [orderLineId]: 0 } } });
  expect(await readShipments(orderId)).toHaveLength(3);
});

test("refunded copies are not sent: two of three refunded leave one", async () => {
  const { orderId, orderLineId, ship, left } = await paidOrder(3);
  await refundUnits(orderId, orderLineId, 2);
  expect(await left()).toBe(1);
  expect(await ship(2)).toMatchObject({ problem: { kind: "too-many", left: { [orderLineId]: 1 } } });
  expect((await ship(1)).ok).toBe(true);
  expect(await readWaiting()).not.toContain(orderId);
});

test("an order whose copies were all refunded has no parcel", async () => {
  const { orderId, orderLineId } = await paidOrder(2);
  const before = await countParcels();
  await refundUnits(orderId, orderLineId, 2);
  expect([await countParcels(), (await readWaiting()).includes(orderId)]).toEqual([before - 1, false]);
});

test("an unpaid order, no copies, or another order's line can't be shipped", async () => {
  const { orderId, ship } = await paidOrder(1);
  const other = await paidOrder(1);
  expect(await ship(0)).toMatchObject({ problem: { kind: "nothing-chosen" } });
  expect(await ship(1, newSecret(), other.orderLineId)).toMatchObject({ problem: { kind: "too-many" } });
  await db().order.update({ where: { id: orderId }, data: { state: "refunding" } });
  expect(await ship(1)).toEqual({ ok: false, problem: { kind: "not-to-send" } });
  expect(await readShipments(orderId)).toEqual([]);
});

test("a shipment marked by mistake is undone once, with its unsent e-mail, and audited", async () => {
  const { orderId, ship, left } = await paidOrder(1);
  const shipmentId = newSecret();
  await ship(1, shipmentId);
  const undo = () => undoShipment({ orderId, shipmentId: ShipmentId.parse(shipmentId), actor });
  expect([await undo(), await undo()]).toEqual([true, false]);
  expect([await left(), (await mails(orderId)).length]).toEqual([1, 0]);
  expect(
    (await db().auditEntry.findMany({ where: { subject: `order:${orderId}` } })).map(({ action }) => action).sort(),
  ).toEqual(["order.shipment-undone", "order.shipped"]);
});

test("a sent e-mail stays, and an old shipment can't be undone", async () => {
  const { orderId, ship } = await paidOrder(2);
  await ship(1, `${orderId}-sent`);
  await db().outboxMessage.updateMany({ where: { orderId }, data: { sentAt: new Date(), attempts: 1 } });
  expect(await undoShipment({ orderId, shipmentId: ShipmentId.parse(`${orderId}-sent`), actor })).toBe(true);
  expect(await mails(orderId)).toHaveLength(1);
  await ship(1, `${orderId}-old`);
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await db().shipment.update({ where: { id: `${orderId}-old` }, data: { shippedAt: longAgo } });
  expect(await undoShipment({ orderId, shipmentId: ShipmentId.parse(`${orderId}-old`), actor })).toBe(false);
});

test("staff see a parcel's address and books; the buyer doesn't see who packed it", async () => {
  const { orderId, ship } = await paidOrder(2);
  await ship(1);
  expect(await readParcel(orderId)).toMatchObject({
    address: ["Quinn Osei-Larkspur", "12 Canal Street", "Port Alder, WI 53299"],
    books: [{ title: "IV Therapeutics", bought: 2, refunded: 0, shipped: 1, left: 1 }],
  });
  expect(await readParcel(OrderId.parse("none"))).toBeUndefined();
  const buyers = await readBuyersShipments(orderId, "America/Chicago");
  expect(buyers).toMatchObject({ left: 1, shipments: [{ carrier: "USPS", books: [{ quantity: 1 }] }] });
  expect(JSON.stringify(buyers)).not.toContain(actor);
});

test("parcels are listed by time of payment", async () => {
  const [first, second] = [await paidOrder(1), await paidOrder(1)];
  await db().order.update({ where: { id: second.orderId }, data: { paidAt: new Date(0) } });
  const waiting = await readWaiting();
  expect(waiting.indexOf(second.orderId)).toBe(0);
  expect(waiting.indexOf(first.orderId)).toBeGreaterThan(0);
});
