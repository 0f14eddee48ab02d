import { href } from "~/addresses/href";
import { formatDay, formatInstant } from "~/core/dates";
import type { OrderId, RefundRequestId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import { orderName } from "~/shop/order-name";

type Named = { id: OrderId; number: number | null };

/** What waits, as the tables have it. Amounts are cents. */
export type Waiting = {
  failedRefunds: (Named & { amountCents: Cents })[];
  disputes: (Named & { amountCents: Cents; dueBy: Date | null; needsAnswer: boolean })[];
  requests: (Named & { requestId: RefundRequestId; since: Date })[];
  parcels: number;
  deadMails: number;
  deadEvents: number;
  /** The store's days whose balance at Stripe differs from our ledger. */
  differences: string[];
};

/** One line of work and where it is done; `urgent`: money or a promise hangs on it. */
export type Task = { urgent: boolean; text: string; to: string };

/** What waits for a person at the desk, the urgent first. */
export function deskTasks(waiting: Waiting, timeZone: string): Task[] {
  const { failedRefunds, disputes, requests, parcels, deadMails, deadEvents, differences } = waiting;
  return [
    ...disputes.map(({ amountCents, dueBy, needsAnswer, ...order }) => ({
      urgent: needsAnswer,
      text: needsAnswer
        ? `${orderName(order.number)}: a dispute over ${formatCents(amountCents)} wants an answer${dueBy ? ` until ${formatInstant(dueBy, timeZone)}` : ""}`
        : `${orderName(order.number)}: the bank decides about a dispute over ${formatCents(amountCents)}`,
      to: href("staffOrder", { order: order.id }),
    })),
    ...failedRefunds.map(({ amountCents, ...order }) => ({
      urgent: true,
      text: `${orderName(order.number)}: a refund of ${formatCents(amountCents)} failed`,
      to: href("staffOrder", { order: order.id }),
    })),
    ...differences.map((day) => ({
      urgent: true,
      text: `Stripe’s balance and our ledger differ on ${formatDay(day)}`,
      to: href("staffLedgerDay", { day }),
    })),
    ...requests.map(({ since, requestId, ...order }) => ({
      urgent: true,
      text: `${orderName(order.number)}: the buyer asks for a refund since ${formatInstant(since, timeZone)}`,
      to: href("staffRefundRequest", { request: requestId }),
    })),
    ...counted(deadEvents, true, ["message from Stripe", "messages from Stripe"], href("staffDeadLetters")),
    ...counted(deadMails, true, ["mail", "mails"], href("staffDeadLetters")),
    ...(parcels > 0
      ? [
          {
            urgent: false,
            text: parcels === 1 ? "1 order waits for its parcel" : `${parcels} orders wait for their parcels`,
            to: href("staffShipping"),
          },
        ]
      : []),
  ].sort((a, b) => Number(b.urgent) - Number(a.urgent));
}

function counted(count: number, urgent: boolean, [one, more]: [string, string], to: string): Task[] {
  if (count === 0) return [];
  return [{ urgent, text: `${count} ${count === 1 ? one : more} did not get through`, to }];
}
