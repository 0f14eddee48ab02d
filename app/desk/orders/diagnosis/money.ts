import { formatCents } from "~/core/money";
import { isClosed, needsResponse } from "~/disputes/dispute-status";
import { unsettledFailures } from "~/refunds/facts/failed";
import type { Finding, OrderCase } from "./case";

/** Disputes, refunds, refund requests, and paid books that have not been mailed. */
export function diagnoseMoney(order: OrderCase, time: (instant: Date) => string): Finding[] {
  return [...disputesOf(order, time), ...refundsOf(order, time), ...requestsOf(order), ...booksOf(order)];
}

function disputesOf({ disputes }: OrderCase, time: (instant: Date) => string): Finding[] {
  return disputes
    .filter(({ status }) => !isClosed(status))
    .map(({ amountCents, status, dueBy }) => {
      const claim = `The buyer’s bank wants ${formatCents(amountCents)} back (a dispute).`;
      if (!needsResponse(status))
        return {
          tone: "wait",
          what: `${claim} Our evidence is with the bank.`,
          todo: "Wait for its decision. Don’t refund anything until then, or the buyer is paid twice.",
          remedies: ["evidence"],
        };
      return {
        tone: "wrong",
        what: `${claim} ${dueBy ? `Evidence is due by ${time(dueBy)}.` : "Evidence can be sent now."}`,
        todo: "Submit the evidence in Stripe’s dashboard, or accept the dispute there. Don’t refund anything until then, or the buyer is paid twice.",
        remedies: ["evidence"],
      };
    });
}

function refundsOf(order: OrderCase, time: (instant: Date) => string) {
  const { refunds, refundedCents, receivedCents, state } = order;
  const found = unsettledFailures(order).map(
    ({ amountCents, createdAt, failure }): Finding => ({
      tone: "wrong",
      what: `The refund of ${formatCents(amountCents)} requested ${time(createdAt)} failed${failure ? `: ${failure}` : ""}.`,
      ...(state === "attention"
        ? { todo: "Resolve the order. That settles the refund too.", remedies: ["decide"] }
        : {
            todo: "Refund again, or return the money another way and mark it as settled.",
            remedies: ["refund", "refunds"],
          }),
    }),
  );
  if (state !== "paid") return found;
  const pending = refunds.filter((refund) => refund.state === "requested" || refund.state === "pending");
  for (const refund of pending)
    found.push({
      tone: "wait",
      what: `A refund of ${formatCents(refund.amountCents)} has been pending since ${time(refund.createdAt)}.`,
      todo: "Check with Stripe for the latest status. Banks can take up to ten days.",
      remedies: ["ask-stripe"],
    });
  if (pending.length === 0 && refundedCents > 0)
    found.push({
      tone: "good",
      what: `${formatCents(refundedCents)} of ${formatCents(receivedCents)} was refunded.`,
      todo: "Nothing to do.",
      remedies: [],
    });
  return found;
}

function requestsOf({ openRequests }: OrderCase): Finding[] {
  if (openRequests === 0) return [];
  return [
    {
      tone: "wrong",
      what: "The buyer requested a refund and is waiting for an answer.",
      todo: "Approve or decline it, with a message to the buyer.",
      remedies: ["answer-request"],
    },
  ];
}

function booksOf({ booksToSend, state }: OrderCase): Finding[] {
  if (booksToSend === 0 || state !== "paid") return [];
  return [
    {
      tone: "wait",
      what: booksToSend === 1 ? "1 book needs to be mailed." : `${booksToSend} books need to be mailed.`,
      todo: "Pack it and mark it as shipped. The buyer is notified then.",
      remedies: ["ship"],
    },
  ];
}
