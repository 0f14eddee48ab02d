import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { OrderState } from "~/orders/order-state";
import { orderDoneText } from "./done";

test.each<{ done: string | null; state: OrderState; text: RegExp | undefined }>([
  {
    done: "asked-now",
    state: "paid",
    text: /^Stripe says the order is paid\. Order 1042 is fulfilled, .* on its way to ada@example\.com/,
  },
  { done: "asked-now", state: "processing", text: /processing.* The order has been updated\.$/ },
  { done: "asked-now", state: "expired", text: /^Stripe says: not paid, and its payment page is closed\./ },
  { done: "asked-now", state: "refunding", text: /being refunded/ },
  { done: "asked-now", state: "refunded", text: /paid, and refunded/ },
  { done: "asked-now", state: "attention", text: /doesn’t match the order/ },
  {
    done: "asked-still",
    state: "awaiting_payment",
    text: /^Stripe says: not paid, .* still open\. Nothing has changed\.$/,
  },
  { done: "asked-still", state: "paid", text: /^Stripe says: paid, \$99\.50\./ },
  { done: "asked-no-page", state: "expired", text: /no payment page/ },
  { done: "asked-unknown", state: "expired", text: /another account/ },
  { done: "asked-elsewhere", state: "expired", text: /another order/ },
  { done: "cancelled", state: "expired", text: /^Order canceled\./ },
  { done: "cancelled", state: "paid", text: /^Not canceled: .* paid in the meantime/ },
  { done: "cancelled", state: "processing", text: /^Not canceled\. .* processing/ },
  { done: "cancelled", state: "awaiting_payment", text: /still open/ },
  { done: "resent", state: "paid", text: /on its way/ },
  { done: "email-changed", state: "paid", text: /^E-mail address corrected\. / },
  { done: "email-kept", state: "paid", text: /except for the learner/ },
  { done: "name-changed", state: "paid", text: /Future certificates/ },
  { done: "address-changed", state: "paid", text: /label/ },
  { done: "refund-settled", state: "paid", text: /^Marked as settled\./ },
  { done: "noted", state: "paid", text: /^Note added/ },
  { done: "found", state: "paid", text: /looking for/ },
  { done: "resolved", state: "refunding", text: /^Resolved\./ },
  { done: "anything", state: "paid", text: undefined },
  { done: null, state: "paid", text: undefined },
])("after $done, the notice for an order that is $state is $text", ({ done, state, text }) => {
  const said = orderDoneText(done, { state, number: 1042, email: "ada@example.com", receivedCents: cents(9950) });
  if (text) expect(said?.text).toMatch(text);
  else expect(said).toBeUndefined();
});
