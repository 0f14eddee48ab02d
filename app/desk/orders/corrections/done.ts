import { type Cents, formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import type { OrderState } from "~/orders/order-state";

const doneCodes = [
  "asked-now",
  "asked-still",
  "asked-no-page",
  "asked-unknown",
  "asked-elsewhere",
  "cancelled",
  "resent",
  "links-sent",
  "email-changed",
  "email-kept",
  "name-changed",
  "address-changed",
  "refund-settled",
  "noted",
  "found",
  "resolved",
] as const;
/** What an action did, as the URL's `done` says it. */
export type OrderDone = (typeof doneCodes)[number];

type Order = { state: OrderState; number: number | null; email: string; receivedCents: Cents };
type DoneMessage = { tone: "done" | "info" | "problem"; text: string };

/** Describes what an action did, above the order. `done` comes from the URL, so it can be anything. */
export function orderDoneText(done: string | null, order: Order): DoneMessage | undefined {
  const code = doneCodes.find((known) => known === done);
  switch (code) {
    case undefined:
      return undefined;
    case "asked-now":
      return order.state === "paid"
        ? good(
            `Stripe says the order is paid. Order ${order.number} is fulfilled, its courses are open, and the receipt is on its way to ${order.email}.`,
          )
        : { tone: "info", text: `Stripe says: ${stripeSays(order)}. The order has been updated.` };
    case "asked-still":
      return { tone: "info", text: `Stripe says: ${stripeSays(order)}. Nothing has changed.` };
    case "asked-no-page":
      return {
        tone: "info",
        text: "Stripe has no payment page for this order, so nothing was paid on one. Find the payment itself.",
      };
    case "asked-unknown":
      return {
        tone: "problem",
        text: "Stripe doesn’t recognize this order’s payment page. It was created in another account, or its data was deleted.",
      };
    case "asked-elsewhere":
      return { tone: "problem", text: "In Stripe, this payment page belongs to another order. Nothing was changed." };
    case "cancelled":
      return canceled(order);
    case "resent":
      return good("The e-mail is on its way. The timeline shows when it was sent.");
    case "links-sent":
      return good("New links are on their way. Links sent before no longer work.");
    case "email-changed":
      return good("E-mail address corrected. Links sent to the old one no longer work; e-mails go to the new one.");
    case "email-kept":
      return good("E-mail address corrected, except for the learner, who submitted a test with the old one.");
    case "name-changed":
      return good("Name corrected. Future certificates will show it.");
    case "address-changed":
      return good("Mailing address corrected. Reprint the label.");
    case "refund-settled":
      return good("Marked as settled. The timeline shows how.");
    case "noted":
      return good("Note added.");
    case "found":
      return { tone: "info", text: "This is the order for the payment you were looking for." };
    case "resolved":
      return good("Resolved. The timeline shows who decided and why.");
    default:
      return assertNever(code);
  }
}

const good = (text: string): DoneMessage => ({ tone: "done", text });

function stripeSays({ state, receivedCents }: Order): string {
  switch (state) {
    case "awaiting_payment":
      return "not paid, and its payment page is still open";
    case "processing":
      return "the payment is processing, and the bank has not confirmed it yet";
    case "paid":
      return `paid, ${formatCents(receivedCents)}`;
    case "expired":
      return "not paid, and its payment page is closed";
    case "refunding":
      return "paid, and being refunded";
    case "refunded":
      return "paid, and refunded";
    case "attention":
      return "paid, but the payment doesn’t match the order, so someone needs to decide";
    default:
      return assertNever(state);
  }
}

function canceled(order: Order): DoneMessage {
  switch (order.state) {
    case "expired":
      return good("Order canceled. Its payment page is closed and its units are released.");
    case "awaiting_payment":
      return { tone: "problem", text: "Not canceled: its payment page is still open. Try again." };
    case "paid":
      return {
        tone: "info",
        text: `Not canceled: Stripe says it was paid in the meantime. It is fulfilled as order ${order.number}. To undo it, refund it.`,
      };
    default:
      return { tone: "info", text: `Not canceled. Stripe says: ${stripeSays(order)}.` };
  }
}
