import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { Finding, OrderCase } from "./case";
import { diagnoseMail } from "./mail";
import { diagnoseMoney } from "./money";
import { diagnoseUnits } from "./units";

const urgency = { wrong: 0, wait: 1, good: 2 };

/** What is the matter with an order and what to do about it, the most urgent first; never empty. `now` decides whether its
 *  payment page may still be open. */
export function diagnoseOrder(order: OrderCase, now: Date, timeZone: string): Finding[] {
  const time = (instant: Date) => formatInstant(instant, timeZone);
  return [
    ...diagnoseMoney(order, time),
    ...diagnoseState(order, now, time),
    ...diagnoseMail(order, time),
    ...diagnoseUnits(order),
  ].sort((a, b) => urgency[a.tone] - urgency[b.tone]);
}

const lostNews = "If the buyer says that they paid, ask Stripe: where its message was lost, the courses open at once.";

function diagnoseState(order: OrderCase, now: Date, time: (instant: Date) => string): Finding[] {
  const { state, last } = order;
  switch (state) {
    case "awaiting_payment":
      return [{ tone: "wait", what: awaiting(order, now, time), todo: lostNews, remedies: ["ask-stripe", "cancel"] }];
    case "processing":
      return [
        {
          tone: "wait",
          what: `The payment is on its way since ${time(last.at)}; the bank has not confirmed it yet.`,
          todo: "The courses open by themselves when it does. Ask Stripe how it stands now.",
          remedies: ["ask-stripe"],
        },
      ];
    case "expired":
      return [
        {
          tone: "wait",
          what: `Not paid: it was closed ${time(last.at)} (${last.cause}), and its units went back.`,
          todo: order.paidLater
            ? "The buyer began anew and paid: open that order."
            : `${lostNews} Else look for the payment: it may belong to another order.`,
          remedies: order.paidLater ? ["paid-later", "ask-stripe"] : ["ask-stripe", "find-payment"],
        },
      ];
    case "paid":
      return [];
    case "refunding":
      return [
        {
          tone: "wait",
          what: `The whole amount is on its way back to the buyer since ${time(last.at)}.`,
          todo: "Ask Stripe how it stands now; banks take up to ten days.",
          remedies: ["ask-stripe"],
        },
      ];
    case "refunded":
      return [
        {
          tone: "good",
          what: `Refunded ${time(last.at)}: ${formatCents(order.refundedCents)} went back to the buyer.`,
          todo: "Nothing. A bank shows it within ten days.",
          remedies: [],
        },
      ];
    case "attention":
      return [
        {
          tone: "wrong",
          what: `Needs a person since ${time(last.at)}: ${last.detail ?? last.cause}.`,
          todo: "Nothing more happens by itself. Compare what Stripe received with what was ordered, then decide.",
          remedies: ["decide", "ask-stripe"],
        },
      ];
    default:
      return impossible(state);
  }
}

function awaiting({ hasPaymentPage, endsAt }: OrderCase, now: Date, time: (instant: Date) => string): string {
  if (!hasPaymentPage) return "Not paid: as far as we know its payment page never opened.";
  if (now < endsAt) return `Not paid yet: the payment page is open until ${time(endsAt)}.`;
  return `Not paid as far as we know: the time for paying ended ${time(endsAt)}.`;
}
