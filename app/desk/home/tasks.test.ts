import { expect, test } from "vitest";
import { OrderId, RefundRequestId } from "~/core/ids";
import { cents } from "~/core/money";
import { deskTasks, type Waiting } from "./tasks";

const nothing: Waiting = {
  ...{ failedRefunds: [], disputes: [], requests: [], parcels: 0, failedEmails: 0, failedEvents: 0, differences: [] },
};
const order = { id: OrderId.parse("o1"), number: 1042 };
const at = new Date("2026-11-30T18:00:00Z");

test("nothing waiting means no tasks", () => {
  expect(deskTasks(nothing, "America/Chicago")).toEqual([]);
});

test("tasks have a link, the urgent ones first", () => {
  const waiting: Waiting = {
    parcels: 2,
    failedEmails: 1,
    failedEvents: 3,
    differences: ["2026-11-29"],
    requests: [{ ...order, requestId: RefundRequestId.parse("r1"), since: at }],
    failedRefunds: [{ ...order, amountCents: cents(500) }],
    disputes: [
      { ...order, amountCents: cents(9950), dueBy: null, needsResponse: false },
      { ...order, number: null, amountCents: cents(100), dueBy: at, needsResponse: true },
    ],
  };
  expect(deskTasks(waiting, "America/Chicago").map(({ text, to }) => `${text} ${to}`)).toEqual([
    "Order without a number: the dispute over $1.00 needs a response by Nov 30, 2026, 12:00 PM CST /staff/orders/o1",
    "Order 1042: a refund of $5.00 failed /staff/orders/o1",
    "Stripe’s balance and the ledger differ on Nov 29, 2026 /staff/ledger/2026-11-29",
    "Order 1042: refund requested Nov 30, 2026, 12:00 PM CST /staff/refund-requests/r1",
    "3 messages from Stripe failed /staff/failed-messages",
    "1 e-mail failed /staff/failed-messages",
    "Order 1042: the bank is deciding the dispute over $99.50 /staff/orders/o1",
    "2 orders are ready to ship /staff/shipping",
  ]);
});

test("one of each is singular", () => {
  const texts = deskTasks({ ...nothing, parcels: 1, failedEvents: 1, failedEmails: 2 }, "America/Chicago").map(
    ({ text }) => text,
  );
  expect(texts).toEqual(["1 message from Stripe failed", "2 e-mails failed", "1 order is ready to ship"]);
});
