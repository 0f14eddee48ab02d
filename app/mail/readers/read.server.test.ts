import { expect, test } from "vitest";
import { readSignInLink } from "~/accounts/sign-in-link.server";
import { dayIn } from "~/core/dates";
import { EnrollmentId } from "~/core/ids";
import { nameParticipant } from "~/learning/participant/name.server";
import { db } from "~/platform/db/client.server";
import { hashOf, newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { buy, right, take } from "../../../tests/support/orders/bought-course";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { letterText } from "../render/text";
import { readLetter } from "./read.server";

const shop = await readShop();
const origin = "http://localhost:3000";

/** A letter's recipient and full text. */
async function written(kind: string, payload: Record<string, string>) {
  const read = await readLetter(kind, payload);
  if (!read.ok) throw new Error(read.problem.why);
  return { to: read.value.to, text: letterText(read.value.letter, shop) };
}

const problemOf = async (kind: string, payload: Record<string, string>) => {
  const read = await readLetter(kind, payload);
  return read.ok ? undefined : read.problem.kind;
};

const address = {
  name: "Quinn Osei-Larkspur",
  address: { line1: "1 Lane", line2: null, city: "Duluth", state: "MN", postal_code: "55802", country: "US" },
};

let numbers = 7000;
async function paidOrder(change: object = {}): Promise<{ orderId: string; lineId: string }> {
  // Other sample orders use the following numbers.
  numbers += 100;
  const email = `quinn${numbers}@example.com`;
  const orderId = await createSampleOrder({ email, state: "paid", number: numbers });
  await db().order.update({
    where: { id: orderId },
    data: { shippingAddress: address, cardBrand: "visa", cardLast4: "4242", ...change },
  });
  const { id: lineId } = await db().orderLine.findFirstOrThrow({ where: { orderId } });
  return { orderId, lineId };
}

test("a receipt goes to the buyer, with the order snapshot, card, and address", async () => {
  const { orderId } = await paidOrder({ taxCents: 700, totalCents: 11245 });
  const { to, text } = await written("receipt", { orderId });
  expect(to).toEqual({ name: "Quinn Osei-Larkspur", address: `quinn${numbers}@example.com` });
  expect(text).toContain(`Thank you for your order ${numbers}`);
  expect(text).toContain(
    "1 x IV Therapeutics (Book by mail) at $99.50: $99.50\n    List $129.00, limited sale −$29.50",
  );
  expect(text).toContain(
    "Regular prices: $129.00\nIV Therapeutics for $99.50: −$29.50\nShipping: $5.95\nSales tax: $7.00\nTotal paid: $112.45\n",
  );
  expect(text).toContain("Paid with: Visa ending in 4242\nMailed to:\n    Quinn Osei-Larkspur\n    1 Lane\n");
  expect(text).toContain(`${origin}/orders/${orderId}/`);
  for (const line of shop.address) expect(text).toContain(line);
});

test("an unpaid order has no receipt, but may have been paid too late", async () => {
  const orderId = await createSampleOrder({ email: "late@example.com" });
  expect(await problemOf("receipt", { orderId })).toBe("impossible");
  expect((await written("late-payment-refunded", { orderId })).text).toContain("Your payment of $105.45");
});

test("access goes to the learner, with only their own courses of the order", async () => {
  const { orderId, ids } = await buy([{ quantity: 2 }, { quantity: 1, format: "test_only" }]);
  await nameParticipant(EnrollmentId.parse(ids[1] ?? ""), { name: "Kim Lee", email: "Kim@example.com" });
  await nameParticipant(EnrollmentId.parse(ids[2] ?? ""), { name: "Kim Lee", email: "kim@example.com" });
  await db().order.update({ where: { id: orderId }, data: { purpose: "gift", giftMessage: "Enjoy" } });
  const { to, text } = await written("access", { orderId, email: "KIM@example.com" });
  expect(to).toEqual({ name: "Kim Lee", address: "Kim@example.com" });
  expect(text.match(/\/learning\/[\w-]+\/[\w.-]+$/gm)?.map((path) => path.split("/")[2])).toEqual(ids.slice(1));
  expect(text).toContain("Written by the buyer, Buyer:\n> Enjoy");
  await db().enrollment.updateMany({ where: { orderId }, data: { withdrawnAt: new Date() } });
  expect(await problemOf("access", { orderId, email: "kim@example.com" })).toBe("not-needed");
});

test("shipped: the parcel's copies, and whether more will follow", async () => {
  const { orderId, lineId } = await paidOrder();
  await db().orderLine.update({ where: { id: lineId }, data: { quantity: 2 } });
  const ship = async (quantity: number) =>
    db().shipment.create({
      data: {
        ...{ orderId, carrier: "USPS", trackingNumber: "9400", shippedAt: new Date("2026-11-25T04:00:00Z"), by: "s" },
        lines: { create: { orderLineId: lineId, quantity } },
      },
    });
  const { id: shipmentId } = await ship(1);
  const { text } = await written("shipped", { orderId, shipmentId });
  expect(text).toContain(`order ${numbers} on Nov 24, 2026`);
  expect(text).toContain("1 x IV Therapeutics (Book by mail)\n\nCarrier: USPS\nTracking number: 9400\n");
  expect(text).toContain("The rest of your order will come");
  expect(text).toContain("https://tools.usps.com/go/TrackConfirmAction?tLabels=9400");
  // The other copy was refunded: nothing more will follow.
  const { id: approvalId, courseId } = await db().approval.findFirstOrThrow({ where: { courseId: "iv-therapeutics" } });
  const unit = { id: `${orderId}-2`, orderId, orderLineId: lineId, unit: 2, courseId, approvalId };
  await db().enrollment.create({ data: { ...unit, refundId: "some-refund", createdAt: new Date() } });
  expect((await written("shipped", { orderId, shipmentId })).text).not.toContain("The rest");
  await db().enrollment.delete({ where: { id: unit.id } });
  await ship(1);
  expect((await written("shipped", { orderId, shipmentId })).text).not.toContain("The rest");
  const { orderId: other } = await paidOrder();
  expect(await problemOf("shipped", { orderId: other, shipmentId })).toBe("impossible");
});

test("refunded: each unit's share, shipping, and tax; not if the refund failed after all", async () => {
  const { orderId, ids } = await buy([{ quantity: 2 }]);
  await nameParticipant(EnrollmentId.parse(ids[1] ?? ""), { name: "Kim Lee", email: "kim@example.com" });
  const { id: refundId } = await db().refund.create({
    data: {
      ...{ orderId, kind: "units", amountCents: 2250, itemsCents: 2000, shippingCents: 100, taxCents: 150 },
      ...{ reason: "test", state: "succeeded", withdrawAccess: true, idempotencyKey: newSecret() },
      ...{ createdAt: new Date("2026-11-25T12:00:00Z"), finalAt: new Date("2026-11-26T12:00:00Z") },
      units: { create: ids.map((enrollmentId) => ({ enrollmentId, amountCents: 1000 })) },
    },
  });
  const { text } = await written("refunded", { orderId, refundId });
  expect(text).toContain("on Nov 26, 2026");
  expect(text).toContain(
    "Managing Dose in Fluoroscopy (Buyer): $10.00\nManaging Dose in Fluoroscopy (Kim Lee): $10.00\nShipping: $1.00\nSales tax: $1.50\nRefunded: $22.50\n",
  );
  expect(text).toContain("are now closed");
  await db().refund.update({ where: { id: refundId }, data: { state: "failed" } });
  expect(await problemOf("refunded", { orderId, refundId })).toBe("not-needed");
});

test("refunded: also an unfulfilled order without a number, and an amount without units", async () => {
  const orderId = await createSampleOrder({ email: "late@example.com" });
  const { id: refundId } = await db().refund.create({
    data: {
      ...{ orderId, kind: "unfulfilled", amountCents: 10545, itemsCents: 9950, shippingCents: 595 },
      ...{ reason: "its units are gone", state: "succeeded", idempotencyKey: newSecret() },
      ...{ createdAt: new Date("2026-11-25T12:00:00Z"), finalAt: new Date("2026-11-26T12:00:00Z") },
    },
  });
  const { to, text } = await written("refunded", { orderId, refundId });
  expect(to.address).toBe("late@example.com");
  expect(text).toContain("We refunded $105.45 from your order to your original payment method on Nov 26, 2026.");
  expect(text).toContain("Items: $99.50\nShipping: $5.95\nRefunded: $105.45\n");
});

test("a refund request is confirmed to the buyer, and later its answer", async () => {
  const { orderId, ids } = await buy([{ quantity: 1 }], { name: "Bo", email: "bo@example.com" });
  const { id: requestId } = await db().refundRequest.create({
    data: { orderId, at: new Date(), reason: "Twice by mistake", enrollmentIds: ids },
  });
  const payload = { orderId, requestId };
  const received = await written("refund-request-received", payload);
  expect(received.to.address).toBe("bo@example.com");
  expect(received.text).toContain("You asked for a refund of Managing Dose in Fluoroscopy from order");
  expect(received.text).toContain("> Twice by mistake");
  expect(await problemOf("refund-request-answered", payload)).toBe("not-needed");
  await db().refundRequest.update({ where: { id: requestId }, data: { state: "declined", answer: "It was passed." } });
  expect((await written("refund-request-answered", payload)).text).toContain("Our answer:\n> It was passed.");
});

test("an alert goes to the shop itself, with or without an order", async () => {
  const { orderId } = await paidOrder();
  const alert = await written("staff-alert", { orderId, what: "A refund failed." });
  expect(alert.to.address).toBe(shop.email);
  expect(alert.text).toContain(`A refund failed.`);
  expect(alert.text).toContain(`${origin}/staff/orders/${orderId}`);
  expect((await written("staff-alert", { what: "The books differ." })).text).toContain("The books differ.");
  expect(await problemOf("staff-alert", {})).toBe("impossible");
});

test("a learner who passes gets a letter with the certificate, queued in the same transaction", async () => {
  const { first, orderId } = await buy([{ quantity: 1 }], { name: "Robin Okafor", email: "robin@example.com" });
  await take(first, 1);
  expect(await db().outboxMessage.count({ where: { orderId } })).toBe(0);
  await take(first, 2, right);
  await take(first, 2, right);
  const rows = await db().outboxMessage.findMany({ where: { orderId } });
  expect(rows).toMatchObject([{ kind: "test-passed", payload: { enrollmentId: first }, sentAt: null }]);
  const { to, text } = await written("test-passed", { enrollmentId: first });
  const { number } = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: first } });
  expect(to).toEqual({ name: "Robin Okafor", address: "robin@example.com" });
  expect(text).toContain(`Certificate number: ${number}`);
  expect(text).toMatch(new RegExp(`${origin}/learning/${first}/[\\w.-]+/certificate`));
  expect(text).toContain("earns no credit");
});

test("EDUCATION 7: learners are reminded of an approval's end as long as they can take the test", async () => {
  const { first, approval } = await buy([{ quantity: 1 }], { name: "Lou", email: "lou@example.com" });
  const today = dayIn(new Date(), shop.timeZone);
  const { endsOn } = approval;
  await db().approval.update({ where: { id: approval.id }, data: { endsOn: today } });
  const { to, text } = await written("approval-ending", { enrollmentId: first });
  expect(to.address).toBe("lou@example.com");
  expect(text).toContain("ends today");
  expect(text).toContain("You have 3 attempts left.");
  expect(text).toMatch(/Stop reminders for this course: \S+\/learning\/\S+\/reminders/);
  await take(first, 1, right);
  expect(await problemOf("approval-ending", { enrollmentId: first })).toBe("not-needed");
  await db().approval.update({ where: { id: approval.id }, data: { endsOn } });
});

test("SECURITY 31: a sign-in link is created with its letter, and only its hash is kept", async () => {
  const { text } = await written("sign-in", { email: "Sam@example.com", to: "//evil.example" });
  const [, secret = "", query] = /\/account\/sign-in\/([\w-]+)\?(\S+)/.exec(text) ?? [];
  expect(query).toBe("to=%2Faccount");
  const links = await db().signInLink.findMany();
  expect(links).toMatchObject([{ id: hashOf(secret) }]);
  expect(JSON.stringify(links)).not.toContain(secret);
});

test.each(["Lou@Example.com", "ｌｏｕ@example.com", " lou@ｅxample.com"])(
  "SECURITY 31: a link requested for %s goes to the account's mailbox, never to a look-alike",
  async (email) => {
    const { to, text } = await written("sign-in", { email, to: "/account" });
    expect(to).toEqual({ address: "lou@example.com" });
    const [, secret = ""] = /\/account\/sign-in\/([\w-]+)\?/.exec(text) ?? [];
    expect(await readSignInLink(secret)).toBe(to.address);
  },
);

test.each(["test-passed", "approval-ending"])("%s: missing data goes to staff", async (kind) => {
  expect(await problemOf(kind, { enrollmentId: "none" })).toBe("impossible");
});
