import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { OrderState } from "~/orders/order-state";
import { orderDoneWords } from "./done";

test.each<{ done: string | null; state: OrderState; words: RegExp | undefined }>([
  {
    done: "asked-now",
    state: "paid",
    words: /^Stripe says the order is paid\. Order 1042 is fulfilled, .* on its way to ada@example\.com/,
  },
  { done: "asked-now", state: "processing", words: /processing.* The order has been updated\.$/ },
  { done: "asked-now", state: "expired", words: /^Stripe says: not paid, and its payment page is closed\./ },
  { done: "asked-now", state: "refunding", words: /being refunded/ },
  { done: "asked-now", state: "refunded", words: /paid, and refunded/ },
  { done: "asked-now", state: "attention", words: /doesn’t match the order/ },
  {
    done: "asked-still",
    state: "awaiting_payment",
    words: /^Stripe says: not paid, .* still open\. Nothing has changed\.$/,
  },
  { done: "asked-still", state: "paid", words: /^Stripe says: paid, \$99\.50\./ },
  { done: "asked-no-page", state: "expired", words: /no payment page/ },
  { done: "asked-unknown", state: "expired", words: /another account/ },
  { done: "asked-elsewhere", state: "expired", words: /another order/ },
  { done: "cancelled", state: "expired", words: /^Order canceled\./ },
  { done: "cancelled", state: "paid", words: /^Not canceled: .* paid in the meantime/ },
  { done: "cancelled", state: "processing", words: /^Not canceled\. .* processing/ },
  { done: "cancelled", state: "awaiting_payment", words: /still open/ },
  { done: "resent", state: "paid", words: /on its way/ },
  { done: "email-changed", state: "paid", words: /^E-mail address corrected\. / },
  { done: "email-kept", state: "paid", words: /except for the learner/ },
  { done: "name-changed", state: "paid", words: /Future certificates/ },
  { done: "address-changed", state: "paid", words: /label/ },
  { done: "refund-settled", state: "paid", words: /^Marked as settled\./ },
  { done: "noted", state: "paid", words: /^Note added/ },
  { done: "found", state: "paid", words: /looking for/ },
  { done: "resolved", state: "refunding", words: /^Resolved\./ },
  { done: "anything", state: "paid", words: undefined },
  { done: null, state: "paid", words: undefined },
])("after $done, the notice for an order that is $state is $words", ({ done, state, words }) => {
  const said = orderDoneWords(done, { state, number: 1042, email: "ada@example.com", receivedCents: cents(9950) });
  if (words) expect(said?.words).toMatch(words);
  else expect(said).toBeUndefined();
});
