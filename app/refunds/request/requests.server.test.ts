import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCertificate } from "~/certificates/certificates.server";
import { CustomerKey, EnrollmentId, type OrderId, RefundRequestId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { mailOf, paidOrder, readPaid } from "../../../tests/support/orders/paid-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { readBuyerRefunds } from "../buyer/refunds.server";
import { decideRequest } from "../desk/requests.server";
import { issueRefund } from "../issue/issue.server";
import { answerRequest, submitRefundRequest } from "./requests.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 10_000, perCustomer: null } });
});
afterAll(() => standIn.close());

const by = "ines@example.com";
const reason = "Ordered twice,\nby mistake.";
const requestsOf = (orderId: string) => db().refundRequest.findMany({ where: { orderId }, orderBy: { at: "asc" } });
const answer = (requestId: RefundRequestId, orderId: OrderId, state: "granted" | "declined", words?: string) =>
  transaction((tx) => answerRequest(tx, { requestId, orderId, state, answer: words, by }));

async function asked(units = 1) {
  const order = await paidOrder({ units });
  const result = await submitRefundRequest({ orderId: order.id, units: order.units.slice(0, 1), reason });
  if (!result.ok) throw new Error(result.problem.kind);
  return { order, requestId: result.value.requestId };
}

async function certify(enrollmentId = EnrollmentId.parse("")): Promise<void> {
  const participantKey = CustomerKey.parse(`${newSecret().toLowerCase()}@example.com`);
  const { courseId } = await db().enrollment.update({
    where: { id: enrollmentId },
    data: { participantName: "Quinn", participantEmail: participantKey, participantKey, passedAt: new Date() },
  });
  const passing = { enrollmentId, participantKey, courseId, at: new Date() };
  await transaction((tx) => issueCertificate(tx, passing));
}

test("a request is saved, the buyer gets an e-mail and the shop an alert; nothing is refunded yet", async () => {
  const { order, requestId } = await asked(2);
  expect(await requestsOf(order.id)).toMatchObject([
    { id: requestId, state: "open", reason, enrollmentIds: order.units.slice(0, 1) },
  ]);
  expect(await mailOf(order.id, "refund-request-received")).toEqual([{ requestId, orderId: order.id }]);
  expect(await mailOf(order.id, "staff-alert")).toEqual([
    { orderId: order.id, what: expect.stringContaining("requests a refund of 1 unit") },
  ]);
  expect(await readPaid(order.id)).toMatchObject({ refundedCents: 0, refunds: [] });
});

test("the same form sent ten times concurrently is one request", async () => {
  const { id, units } = await paidOrder({ units: 2 });
  const results = await Promise.all(
    Array.from({ length: 10 }, () => submitRefundRequest({ orderId: id, units, reason })),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await requestsOf(id)).toHaveLength(1);
  expect(await mailOf(id, "staff-alert")).toHaveLength(1);
});

test("another request for the order must wait until the first is answered", async () => {
  const { order, requestId } = await asked(2);
  const other = { orderId: order.id, units: order.units.slice(1), reason: "This one too" };
  expect(await submitRefundRequest(other)).toEqual({ ok: false, problem: { kind: "already-open" } });
  expect(await answer(requestId, order.id, "declined", "No.")).toBe(true);
  expect(await submitRefundRequest(other)).toMatchObject({ ok: true });
  expect((await requestsOf(order.id)).map(({ state }) => state)).toEqual(["declined", "open"]);
});

test("EDUCATION 13: a unit with a certificate is rejected, no matter what the form sends", async () => {
  const { id, units } = await paidOrder({ units: 2 });
  await certify(units[0]);
  expect(await submitRefundRequest({ orderId: id, units, reason })).toEqual({
    ok: false,
    problem: { kind: "outside-policy" },
  });
  expect(await submitRefundRequest({ orderId: id, units: units.slice(1), reason })).toMatchObject({ ok: true });
});

test("EDUCATION 13: after the store’s window a request is rejected, and the page says when it closed", async () => {
  const { id, units } = await paidOrder();
  await db().order.update({ where: { id }, data: { paidAt: new Date(Date.now() - 32 * 86_400_000) } });
  expect(await submitRefundRequest({ orderId: id, units, reason })).toEqual({
    ok: false,
    problem: { kind: "outside-policy" },
  });
  expect((await readBuyerRefunds(id)).policy.kind).toBe("over");
});

test("SECURITY 8.2.2: another order’s unit can’t be requested", async () => {
  const [own, other] = [await paidOrder(), await paidOrder()];
  expect(await submitRefundRequest({ orderId: own.id, units: other.units, reason })).toEqual({
    ok: false,
    problem: { kind: "outside-policy" },
  });
});

test("of ten concurrent answers one counts; it is audited, and the buyer gets one e-mail", async () => {
  const { order, requestId } = await asked();
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      answer(requestId, order.id, index % 2 ? "granted" : "declined", "Because"),
    ),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
  const [request] = await requestsOf(order.id);
  expect(request).toMatchObject({ decidedBy: by, answer: "Because" });
  const audit = await db().auditEntry.findMany({
    where: { subject: `order:${order.id}`, action: { in: ["refund-request.granted", "refund-request.declined"] } },
  });
  expect(audit).toMatchObject([{ actor: by, action: `refund-request.${request?.state}` }]);
  expect(await mailOf(order.id, "refund-request-answered")).toEqual([{ requestId, orderId: order.id }]);
});

test("a request is answered only with its own order", async () => {
  const [{ requestId }, other] = [await asked(), await paidOrder()];
  expect(await answer(requestId, other.id, "declined", "No.")).toBe(false);
});

test("the refund that approves a request answers it in the same transaction; the buyer’s page shows both", async () => {
  const { order, requestId } = await asked(2);
  const what = { kind: "units", enrollmentIds: order.units.slice(0, 1), shipping: false } as const;
  const refund = await issueRefund({
    ...{ orderId: order.id, what, reason: "Bought twice", restock: false, withdrawAccess: true, by, requestId },
  });
  expect(refund).toMatchObject({ ok: true });
  expect(await requestsOf(order.id)).toMatchObject([{ state: "granted", decidedBy: by }]);
  const page = await readBuyerRefunds(order.id);
  expect(page.requests).toMatchObject([{ state: "granted", titles: ["IV Therapeutics"] }]);
  expect(page.refunds).toMatchObject([{ amount: 9950, isDone: true }]);
  expect(page.policy).toMatchObject({ kind: "open", unitIds: order.units.slice(1) });
});

test("a rejected refund leaves the request open", async () => {
  const { order, requestId } = await asked();
  await certify(order.units[0]);
  const what = { kind: "units", enrollmentIds: order.units, shipping: false } as const;
  const refund = await issueRefund({
    ...{ orderId: order.id, what, reason: "Bought twice", restock: false, withdrawAccess: true, by, requestId },
  });
  expect(refund.ok).toBe(false);
  expect(await requestsOf(order.id)).toMatchObject([{ state: "open" }]);
});

test("a request whose order was refunded by amount, as in Stripe’s dashboard, is closed as approved", async () => {
  const { order, requestId } = await asked();
  const part = (amount: number) =>
    issueRefund({
      ...{ orderId: order.id, what: { kind: "amount", cents: cents(amount) }, reason: "By amount" },
      ...{ restock: false, withdrawAccess: false, by },
    });
  expect(await part(10_000)).toMatchObject({ ok: true });
  expect(await decideRequest(RefundRequestId.parse(requestId), { decision: "granted" }, by)).toEqual({
    ok: false,
    problem: "not-refunded",
  });
  expect(await part(545)).toMatchObject({ ok: true });
  expect(await decideRequest(RefundRequestId.parse(requestId), { decision: "granted" }, by)).toMatchObject({
    ok: true,
  });
  expect(await requestsOf(order.id)).toMatchObject([{ state: "granted", decidedBy: by }]);
});

test("a request that a colleague has since declined is not refunded", async () => {
  const { order, requestId } = await asked();
  await answer(requestId, order.id, "declined", "No.");
  const what = { kind: "units", enrollmentIds: order.units, shipping: false } as const;
  const refund = await issueRefund({
    ...{ orderId: order.id, what, reason: "Bought twice", restock: false, withdrawAccess: true, by, requestId },
  });
  expect(refund).toEqual({ ok: false, problem: { kind: "request-answered", left: 10545 } });
  expect(await readPaid(order.id)).toMatchObject({ state: "paid", refundedCents: 0, refunds: [] });
  expect((await readPaid(order.id)).enrollments).toMatchObject([{ refundId: null, withdrawnAt: null }]);
  expect(await requestsOf(order.id)).toMatchObject([{ state: "declined" }]);
});
