import { formatCents } from "~/core/money";
import { isClosed, needsResponse } from "~/disputes/dispute-status";
import { unsettledFailures } from "~/refunds/failed-refunds";
import type { Finding, OrderCase } from "./case";

/** Disputes, refunds, wishes for one, and books that were paid and not mailed yet. */
export function diagnoseMoney(order: OrderCase, time: (instant: Date) => string): Finding[] {
  return [...disputesOf(order, time), ...refundsOf(order, time), ...requestsOf(order), ...booksOf(order)];
}

function disputesOf({ disputes }: OrderCase, time: (instant: Date) => string): Finding[] {
  return disputes
    .filter(({ status }) => !isClosed(status))
    .map(({ amountCents, status, dueBy }) => {
      const asked = `The buyer’s bank asks ${formatCents(amountCents)} back (a dispute).`;
      if (!needsResponse(status))
        return {
          tone: "wait",
          what: `${asked} Our evidence is with the bank.`,
          todo: "Wait for its decision; refund nothing meanwhile, or it is paid twice.",
          remedies: ["evidence"],
        };
      return {
        tone: "wrong",
        what: `${asked} Evidence can be sent ${dueBy ? `until ${time(dueBy)}` : "now"}.`,
        todo: "Send the evidence in Stripe’s dashboard, or accept the dispute there. Refund nothing meanwhile, or it is paid twice.",
        remedies: ["evidence"],
      };
    });
}

function refundsOf(order: OrderCase, time: (instant: Date) => string) {
  const { refunds, refundedCents, receivedCents, state } = order;
  const found = unsettledFailures(order).map(
    ({ amountCents, createdAt, failure }): Finding => ({
      tone: "wrong",
      what: `The refund of ${formatCents(amountCents)}, asked ${time(createdAt)}, failed${failure ? `: ${failure}` : ""}.`,
      ...(state === "attention"
        ? { todo: "Decide what becomes of the order: that settles it too.", remedies: ["decide"] }
        : {
            todo: "Ask for it again, or give the money back in another way and note that it is settled.",
            remedies: ["refund", "refunds"],
          }),
    }),
  );
  if (state !== "paid") return found;
  const underWay = refunds.filter((refund) => refund.state === "requested" || refund.state === "pending");
  for (const refund of underWay)
    found.push({
      tone: "wait",
      what: `A refund of ${formatCents(refund.amountCents)} is on its way since ${time(refund.createdAt)}.`,
      todo: "Ask Stripe how it stands now; banks take up to ten days.",
      remedies: ["ask-stripe"],
    });
  if (underWay.length === 0 && refundedCents > 0)
    found.push({
      tone: "good",
      what: `${formatCents(refundedCents)} of ${formatCents(receivedCents)} went back to the buyer.`,
      todo: "Nothing.",
      remedies: [],
    });
  return found;
}

function requestsOf({ openRequests }: OrderCase): Finding[] {
  if (openRequests === 0) return [];
  return [
    {
      tone: "wrong",
      what: "The buyer asks for a refund and waits for an answer.",
      todo: "Grant it or decline it, with a word to the buyer.",
      remedies: ["answer-request"],
    },
  ];
}

function booksOf({ booksToSend, state }: OrderCase): Finding[] {
  if (booksToSend === 0 || state !== "paid") return [];
  return [
    {
      tone: "wait",
      what: booksToSend === 1 ? "A book is to be mailed." : `${booksToSend} books are to be mailed.`,
      todo: "Pack it, and note that it left: the buyer is told then.",
      remedies: ["ship"],
    },
  ];
}
