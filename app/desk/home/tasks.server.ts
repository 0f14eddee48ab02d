import { sumCents } from "~/core/money";
import { isClosed, needsAnswer } from "~/disputes/dispute-status";
import { db } from "~/platform/db/client.server";
import { unsettledFailures } from "~/refunds/failed-refunds";
import { countParcels } from "~/shipping/parcels/parcels.server";
import { deadEvents, deadMails } from "../dead-letters/dead-letters.server";
import type { Waiting } from "./tasks";

const order = { select: { id: true, number: true } } as const;

/** What waits for a person at the desk, from every table that knows of something. */
export async function readWaiting(): Promise<Waiting> {
  const [failed, disputes, requests, parcels, mails, events, days] = await Promise.all([
    readFailedRefunds(),
    db().dispute.findMany({ where: { closedAt: null }, orderBy: { openedAt: "asc" }, include: { order } }),
    db().refundRequest.findMany({ where: { state: "open" }, orderBy: { at: "asc" }, take: 50, include: { order } }),
    countParcels(),
    db().outboxMessage.count({ where: deadMails }),
    db().stripeEvent.count({ where: deadEvents }),
    db().reconciliation.findMany({ orderBy: { day: "desc" }, take: 30, select: { day: true, differences: true } }),
  ]);
  return {
    failedRefunds: failed,
    disputes: disputes
      .filter(({ status }) => !isClosed(status))
      .map(({ amountCents, dueBy, status, order: { id, number } }) => ({
        ...{ id, number, amountCents, dueBy, needsAnswer: needsAnswer(status) },
      })),
    requests: requests.map(({ id: requestId, at, order: { id, number } }) => ({ id, number, requestId, since: at })),
    parcels,
    deadMails: mails,
    deadEvents: events,
    differences: days
      .filter(({ differences }) => Array.isArray(differences) && differences.length > 0)
      .map(({ day }) => day),
  };
}

/** Refunds that failed and for which a buyer still waits. Orders that need a person are listed by themselves. */
async function readFailedRefunds(): Promise<Waiting["failedRefunds"]> {
  const orders = await db().order.findMany({
    where: { state: { not: "attention" }, refunds: { some: { state: "failed", settledAt: null } } },
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, number: true, receivedCents: true, refundedCents: true },
      refunds: { include: { units: { select: { enrolmentId: true } } } },
    },
  });
  return orders.flatMap(({ id, number, refunds: rows, ...order }) => {
    const refunds = rows.map(({ units, ...row }) => ({ ...row, unitIds: units.map((unit) => unit.enrolmentId) }));
    const failures = unsettledFailures({ ...order, refunds });
    const amountCents = sumCents(failures.map((failure) => failure.amountCents));
    return failures.length > 0 ? [{ id, number, amountCents }] : [];
  });
}
