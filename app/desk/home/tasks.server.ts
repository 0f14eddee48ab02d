import { sumCents } from "~/core/money";
import { isClosed, needsResponse } from "~/disputes/dispute-status";
import { db } from "~/platform/db/client.server";
import { unsettledFailures } from "~/refunds/facts/failed";
import { countParcels } from "~/shipping/parcels/parcels.server";
import { failedEmails, failedEvents } from "../failed-messages/failed-messages.server";
import type { Waiting } from "./tasks";

const order = { select: { id: true, number: true } } as const;

/** Work waiting for staff, from every table that has some. */
export async function readWaiting(): Promise<Waiting> {
  const [failed, disputes, requests, parcels, mails, events, days] = await Promise.all([
    readFailedRefunds(),
    db().dispute.findMany({ where: { closedAt: null }, orderBy: { openedAt: "asc" }, include: { order } }),
    db().refundRequest.findMany({ where: { state: "open" }, orderBy: { at: "asc" }, take: 50, include: { order } }),
    countParcels(),
    db().outboxMessage.count({ where: failedEmails }),
    db().stripeEvent.count({ where: failedEvents }),
    db().reconciliation.findMany({ orderBy: { day: "desc" }, take: 30, select: { day: true, differences: true } }),
  ]);
  return {
    failedRefunds: failed,
    disputes: disputes
      .filter(({ status }) => !isClosed(status))
      .map(({ amountCents, dueBy, status, order: { id, number } }) => ({
        ...{ id, number, amountCents, dueBy, needsResponse: needsResponse(status) },
      })),
    requests: requests.map(({ id: requestId, at, order: { id, number } }) => ({ id, number, requestId, since: at })),
    parcels,
    failedEmails: mails,
    failedEvents: events,
    differences: days
      .filter(({ differences }) => Array.isArray(differences) && differences.length > 0)
      .map(({ day }) => day),
  };
}

/** Failed refunds whose money the buyer is still waiting for. Orders that need attention are listed separately. */
async function readFailedRefunds(): Promise<Waiting["failedRefunds"]> {
  const orders = await db().order.findMany({
    where: { state: { not: "attention" }, refunds: { some: { state: "failed", settledAt: null } } },
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, number: true, receivedCents: true, refundedCents: true },
      refunds: { include: { units: { select: { enrollmentId: true } } } },
    },
  });
  return orders.flatMap(({ id, number, refunds: rows, ...order }) => {
    const refunds = rows.map(({ units, ...row }) => ({ ...row, unitIds: units.map((unit) => unit.enrollmentId) }));
    const failures = unsettledFailures({ ...order, refunds });
    const amountCents = sumCents(failures.map((failure) => failure.amountCents));
    return failures.length > 0 ? [{ id, number, amountCents }] : [];
  });
}
