import { formatNames } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { evaluatePolicy, readPolicyFacts } from "../request/requests.server";
import { requestedTitles } from "../request/units";

/** A buyer's refunds: what can be requested, what was requested and answered, what was refunded. Throws a 404 if there is no such
 *  order. */
export async function readBuyerRefunds(orderId: OrderId, at = now()) {
  const [{ timeZone, refundDays }, facts, requests, refunds] = await Promise.all([
    readShop(),
    readPolicyFacts(db(), orderId),
    db().refundRequest.findMany({ where: { orderId }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
    db().refund.findMany({ where: { orderId, state: { not: "failed" } }, orderBy: { createdAt: "asc" } }),
  ]);
  const units = facts.enrollments.map(({ id, unit, participantName, orderLine, certificate, refundId }) => ({
    id,
    unit,
    title: orderLine.title,
    formatName: formatNames[orderLine.format],
    participant: participantName ?? undefined,
    isCertified: certificate !== null,
    isRefunded: refundId !== null,
  }));
  return {
    number: facts.number,
    refundDays,
    policy: evaluatePolicy(facts, { refundDays, timeZone, at }),
    units,
    requests: requests.map(({ id, state, reason, answer, decidedAt, enrollmentIds, ...request }) => ({
      id,
      state,
      reason,
      answer: answer ?? undefined,
      askedOn: dayIn(request.at, timeZone),
      answeredOn: decidedAt ? dayIn(decidedAt, timeZone) : undefined,
      titles: requestedTitles(enrollmentIds, units),
    })),
    refunds: refunds.map(({ id, amountCents, state, createdAt, finalAt }) => ({
      id,
      amount: amountCents,
      on: dayIn(finalAt ?? createdAt, timeZone),
      isDone: state === "succeeded",
    })),
  };
}
export type BuyerRefunds = Awaited<ReturnType<typeof readBuyerRefunds>>;
