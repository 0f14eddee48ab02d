import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import type { Finding, OrderCase } from "./case";
import { diagnoseMail } from "./mail";
import { diagnoseMoney } from "./money";
import { diagnoseUnits } from "./units";

const urgency = { wrong: 0, wait: 1, good: 2 };

/** An order's status and next steps, most urgent first; never empty. `now` decides whether its payment page can still be open. */
export function diagnoseOrder(order: OrderCase, now: Date, timeZone: string): Finding[] {
  const time = (instant: Date) => formatInstant(instant, timeZone);
  return [
    ...diagnoseMoney(order, time),
    ...diagnoseState(order, now, time),
    ...diagnoseMail(order, time),
    ...diagnoseUnits(order),
  ].sort((a, b) => urgency[a.tone] - urgency[b.tone]);
}

const checkStripe =
  "If the buyer says they paid, check with Stripe. If its message was lost, the courses open right away.";

function diagnoseState(order: OrderCase, now: Date, time: (instant: Date) => string): Finding[] {
  const { state, last } = order;
  switch (state) {
    case "awaiting_payment":
      return [
        { tone: "wait", what: awaiting(order, now, time), todo: checkStripe, remedies: ["ask-stripe", "cancel"] },
      ];
    case "processing":
      return [
        {
          tone: "wait",
          what: `Payment processing since ${time(last.at)}. The bank has not confirmed it yet.`,
          todo: "The courses open automatically when it does. Check with Stripe for the latest status.",
          remedies: ["ask-stripe"],
        },
      ];
    case "expired":
      return [
        {
          tone: "wait",
          what: `Not paid. Closed ${time(last.at)} (${last.cause}), and its units were released.`,
          todo: order.paidLater
            ? "The buyer started over and paid. See that order."
            : `${checkStripe} Otherwise, find the payment. It may belong to another order.`,
          remedies: order.paidLater ? ["paid-later", "ask-stripe"] : ["ask-stripe", "find-payment"],
        },
      ];
    case "paid":
      return [];
    case "refunding":
      return [
        {
          tone: "wait",
          what: `Full refund in progress since ${time(last.at)}.`,
          todo: "Check with Stripe for the latest status. Banks can take up to ten days.",
          remedies: ["ask-stripe"],
        },
      ];
    case "refunded":
      return [
        {
          tone: "good",
          what: `Refunded ${time(last.at)}: ${formatCents(order.refundedCents)} went back to the buyer.`,
          todo: "Nothing to do. Banks can take up to ten days to show it.",
          remedies: [],
        },
      ];
    case "attention":
      return [
        {
          tone: "wrong",
          what: `Needs attention since ${time(last.at)}: ${last.detail ?? last.cause}.`,
          todo: "Nothing more happens automatically. Compare the payment in Stripe with the order, then decide.",
          remedies: ["decide", "ask-stripe"],
        },
      ];
    default:
      return assertNever(state);
  }
}

function awaiting({ hasPaymentPage, endsAt }: OrderCase, now: Date, time: (instant: Date) => string): string {
  if (!hasPaymentPage) return "Not paid. As far as we know, its payment page never opened.";
  if (now < endsAt) return `Not paid yet. The payment page is open until ${time(endsAt)}.`;
  return `Not paid as far as we know. The payment page expired ${time(endsAt)}.`;
}
