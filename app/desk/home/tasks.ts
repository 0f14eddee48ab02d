import { href } from "~/addresses/href";
import { formatDay, formatInstant } from "~/core/dates";
import type { OrderId, RefundRequestId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import { orderName } from "~/shop/order-name";

type Named = { id: OrderId; number: number | null };

/** Waiting work from the database. Amounts are cents. */
export type Waiting = {
  failedRefunds: (Named & { amountCents: Cents })[];
  disputes: (Named & { amountCents: Cents; dueBy: Date | null; needsResponse: boolean })[];
  requests: (Named & { requestId: RefundRequestId; since: Date })[];
  parcels: number;
  failedEmails: number;
  failedEvents: number;
  /** The store's days on which Stripe's balance and the ledger differ. */
  differences: string[];
};

/** One task and its link; `urgent` if money or a promise depends on it. */
export type Task = { urgent: boolean; text: string; to: string };

/** Tasks for staff, the urgent ones first. */
export function deskTasks(waiting: Waiting, timeZone: string): Task[] {
  const { failedRefunds, disputes, requests, parcels, failedEmails, failedEvents, differences } = waiting;
  return [
    ...disputes.map(({ amountCents, dueBy, needsResponse, ...order }) => ({
      urgent: needsResponse,
      text: needsResponse
        ? `${orderName(order.number)}: the dispute over ${formatCents(amountCents)} needs a response${dueBy ? ` by ${formatInstant(dueBy, timeZone)}` : ""}`
        : `${orderName(order.number)}: the bank is deciding the dispute over ${formatCents(amountCents)}`,
      to: href("staffOrder", { order: order.id }),
    })),
    ...failedRefunds.map(({ amountCents, ...order }) => ({
      urgent: true,
      text: `${orderName(order.number)}: a refund of ${formatCents(amountCents)} failed`,
      to: href("staffOrder", { order: order.id }),
    })),
    ...differences.map((day) => ({
      urgent: true,
      text: `Stripe’s balance and the ledger differ on ${formatDay(day)}`,
      to: href("staffLedgerDay", { day }),
    })),
    ...requests.map(({ since, requestId, ...order }) => ({
      urgent: true,
      text: `${orderName(order.number)}: refund requested ${formatInstant(since, timeZone)}`,
      to: href("staffRefundRequest", { request: requestId }),
    })),
    ...counted(failedEvents, true, ["message from Stripe", "messages from Stripe"], href("staffFailedMessages")),
    ...counted(failedEmails, true, ["e-mail", "e-mails"], href("staffFailedMessages")),
    ...(parcels > 0
      ? [
          {
            urgent: false,
            text: parcels === 1 ? "1 order is ready to ship" : `${parcels} orders are ready to ship`,
            to: href("staffShipping"),
          },
        ]
      : []),
  ].sort((a, b) => Number(b.urgent) - Number(a.urgent));
}

function counted(count: number, urgent: boolean, [one, more]: [string, string], to: string): Task[] {
  if (count === 0) return [];
  return [{ urgent, text: `${count} ${count === 1 ? one : more} failed`, to }];
}
