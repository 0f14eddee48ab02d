import { type Cents, formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { OrderState } from "~/orders/order-state";

const doneCodes = [
  "asked-now",
  "asked-still",
  "asked-no-page",
  "asked-unknown",
  "asked-elsewhere",
  "cancelled",
  "resent",
  "email-changed",
  "email-kept",
  "name-changed",
  "address-changed",
  "refund-settled",
  "noted",
  "found",
  "resolved",
] as const;
/** What an act did, as the page's address says it. */
export type OrderDone = (typeof doneCodes)[number];

type Order = { state: OrderState; number: number | null; email: string; receivedCents: Cents };
type Said = { tone: "done" | "info" | "problem"; words: string };

/** What an act did, said once above the order; `done` comes from the page's address, so it may be anything. */
export function orderDoneWords(done: string | null, order: Order): Said | undefined {
  const code = doneCodes.find((known) => known === done);
  switch (code) {
    case undefined:
      return undefined;
    case "asked-now":
      return order.state === "paid"
        ? good(
            `Stripe says: paid. Order ${order.number} is fulfilled: its courses are open, and the receipt goes to ${order.email}.`,
          )
        : { tone: "info", words: `Stripe says: ${stripeSays(order)}. The order follows it now.` };
    case "asked-still":
      return { tone: "info", words: `Stripe says: ${stripeSays(order)}. That is what stood here already.` };
    case "asked-no-page":
      return {
        tone: "info",
        words:
          "Stripe knows of no payment page of this order, so nothing was paid for it. Look for the payment itself.",
      };
    case "asked-unknown":
      return {
        tone: "problem",
        words:
          "Stripe does not know this order’s payment page: it was made with another account, or its data are gone.",
      };
    case "asked-elsewhere":
      return { tone: "problem", words: "At Stripe this payment page belongs to another order. Nothing was changed." };
    case "cancelled":
      return cancelled(order);
    case "resent":
      return good("It is on its way. The timeline tells when it was sent.");
    case "email-changed":
      return good("The address is corrected. Mails that waited for the old one go to the new one.");
    case "email-kept":
      return good("The address is corrected, except for the learner: a test was handed in with the old one.");
    case "name-changed":
      return good("The name is corrected. Certificates to come bear it.");
    case "address-changed":
      return good("The address is corrected. Print the label anew.");
    case "refund-settled":
      return good("Settled. The timeline keeps how.");
    case "noted":
      return good("The note is kept.");
    case "found":
      return { tone: "info", words: "This is the order of the payment that you looked for." };
    case "resolved":
      return good("Decided. The order goes on from here; the timeline keeps who decided and why.");
    default:
      return impossible(code);
  }
}

const good = (words: string): Said => ({ tone: "done", words });

function stripeSays({ state, receivedCents }: Order): string {
  switch (state) {
    case "awaiting_payment":
      return "not paid, and its payment page is still open";
    case "processing":
      return "the payment is on its way, and the bank has not confirmed it yet";
    case "paid":
      return `paid, ${formatCents(receivedCents)}`;
    case "expired":
      return "not paid, and its payment page is closed";
    case "refunding":
      return "paid, and being refunded";
    case "refunded":
      return "paid, and refunded";
    case "attention":
      return "paid, but not what was ordered, so that a person must decide";
    default:
      return impossible(state);
  }
}

function cancelled(order: Order): Said {
  switch (order.state) {
    case "expired":
      return good("Cancelled. The payment page is closed, and its units are back.");
    case "awaiting_payment":
      return { tone: "problem", words: "It was not cancelled: its payment page is still open. Try again." };
    case "paid":
      return {
        tone: "info",
        words: `Not cancelled: Stripe says that it was paid meanwhile. It is fulfilled as order ${order.number}; to undo it, refund it.`,
      };
    default:
      return { tone: "info", words: `Not cancelled: Stripe says ${stripeSays(order)}.` };
  }
}
