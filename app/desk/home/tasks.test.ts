import { expect, test } from "vitest";
import { OrderId, RefundRequestId } from "~/core/ids";
import { cents } from "~/core/money";
import { deskTasks, type Waiting } from "./tasks";

const nothing: Waiting = {
  ...{ failedRefunds: [], disputes: [], requests: [], parcels: 0, deadMails: 0, deadEvents: 0, differences: [] },
};
const order = { id: OrderId.parse("o1"), number: 1042 };
const at = new Date("2026-11-30T18:00:00Z");

test("where nothing waits there is nothing to do", () => {
  expect(deskTasks(nothing, "America/Chicago")).toEqual([]);
});

test("what waits is told with where to do it, what money hangs on first", () => {
  const waiting: Waiting = {
    parcels: 2,
    deadMails: 1,
    deadEvents: 3,
    differences: ["2026-11-29"],
    requests: [{ ...order, requestId: RefundRequestId.parse("r1"), since: at }],
    failedRefunds: [{ ...order, amountCents: cents(500) }],
    disputes: [
      { ...order, amountCents: cents(9950), dueBy: null, needsAnswer: false },
      { ...order, number: null, amountCents: cents(100), dueBy: at, needsAnswer: true },
    ],
  };
  expect(deskTasks(waiting, "America/Chicago").map(({ text, to }) => `${text} ${to}`)).toEqual([
    "Order without a number: a dispute over $1.00 wants an answer until Nov 30, 2026, 12:00 PM CST /staff/orders/o1",
    "Order 1042: a refund of $5.00 failed /staff/orders/o1",
    "Stripe’s balance and our ledger differ on Nov 29, 2026 /staff/ledger/2026-11-29",
    "Order 1042: the buyer asks for a refund since Nov 30, 2026, 12:00 PM CST /staff/refund-requests/r1",
    "3 messages from Stripe did not get through /staff/dead-letters",
    "1 mail did not get through /staff/dead-letters",
    "Order 1042: the bank decides about a dispute over $99.50 /staff/orders/o1",
    "2 orders wait for their parcels /staff/shipping",
  ]);
});

test("one of each is told in the singular", () => {
  const texts = deskTasks({ ...nothing, parcels: 1, deadEvents: 1, deadMails: 2 }, "America/Chicago").map(
    ({ text }) => text,
  );
  expect(texts).toEqual([
    "1 message from Stripe did not get through",
    "2 mails did not get through",
    "1 order waits for its parcel",
  ]);
});
