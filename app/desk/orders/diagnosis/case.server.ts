import type { EnrollmentId, OrderId } from "~/core/ids";
import type { Standing } from "~/learning/enrollment/standing";
import { mailState } from "~/mail/desk/state";
import { cardText } from "~/orders/card-text";
import type { OrderState } from "~/orders/order-state";
import type { OrderMail } from "../mails.server";
import type { WholeOrder } from "../whole-order.server";
import { booksToSend, type OrderCase } from "./case";

type Other = { id: OrderId; number: number | null; state: OrderState; createdAt: Date; paidAt: Date | null };

type Around = Pick<OrderCase, "refunds" | "disputes"> & {
  mails: OrderMail[];
  standings: { id: EnrollmentId; standing: Standing }[];
  /** The buyer's other orders, newest first. */
  others: Other[];
};

/** The input of a diagnosis, from the order's rows and related ones. */
export function caseOf(order: WholeOrder, { mails, standings, others, refunds, disputes }: Around): OrderCase {
  const last = order.events.at(-1);
  const standingOf = new Map(standings.map(({ id, standing }) => [id, standing.kind]));
  return {
    ...order,
    refunds,
    disputes,
    card: cardText(order),
    hasPaymentPage: order.stripeSessionId !== null,
    last: last ?? { at: order.createdAt, cause: "checkout", detail: null },
    mails: mails.toReversed().map(({ kind, to, attempts, lastError: error, ...mail }) => ({
      ...{ kind, to, attempts, error, state: mailState({ ...mail, lastError: error }) },
      at: mail.sentAt ?? mail.givenUpAt ?? mail.createdAt,
    })),
    units: order.enrollments.map(({ id, course, participantName, withdrawnAt }) => ({
      title: course.title,
      participantName,
      standing: standingOf.get(id) ?? "closed",
      isWithdrawn: withdrawnAt !== null,
    })),
    openRequests: order.refundRequests.filter(({ state }) => state === "open").length,
    booksToSend: booksToSend(order.lines),
    paidLater: others.find(({ createdAt, paidAt }) => paidAt !== null && createdAt > order.createdAt),
  };
}
